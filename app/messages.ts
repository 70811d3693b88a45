import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { personOrNull } from "./actor.ts";
import { loadMessages } from "#lib/messages/catalogue.ts";
import { localeFor } from "#lib/messages/languages.ts";

/** The language and time zone of this request. */
export default getRequestConfig(async () => {
  const person = await personOrNull();
  const locale = localeFor({
    own: person?.ownLanguage,
    remembered: (await cookies()).get("locale")?.value,
    account: person?.language,
    accepted: (await headers()).get("accept-language"),
  });
  // What mails say is no page's, and need not travel with each.
  const { mail: _, ...messages } = await loadMessages(locale);
  return { locale, messages, timeZone: person?.timeZone ?? "UTC", now: new Date() };
});

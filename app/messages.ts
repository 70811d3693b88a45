import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { personOrNull } from "./actor.ts";
import { localeFor } from "#lib/messages/languages.ts";
import { loadPageMessages } from "#lib/messages/page-messages.ts";

/** The language and time zone of this request. */
export default getRequestConfig(async () => {
  const person = await personOrNull();
  const locale = localeFor({
    own: person?.ownLanguage,
    remembered: (await cookies()).get("locale")?.value,
    account: person?.language,
    accepted: (await headers()).get("accept-language"),
  });
  return { locale, messages: await loadPageMessages(locale), timeZone: person?.timeZone ?? "UTC", now: new Date() };
});

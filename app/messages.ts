import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { personOrNull } from "./actor.ts";
import { loadMessages, localeFor } from "#lib/messages/catalogue.ts";

/** The language and time zone of this request: what the person chose in the menu, else their own, else English. */
export default getRequestConfig(async () => {
  const person = await personOrNull();
  const locale = localeFor((await cookies()).get("locale")?.value ?? person?.language);
  return { locale, messages: await loadMessages(locale), timeZone: person?.timeZone ?? "UTC", now: new Date() };
});

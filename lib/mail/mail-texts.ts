import { loadMessages } from "#lib/messages/catalogue.ts";
import type ENGLISH from "#lib/messages/en/mail.json";
import type { Locale } from "#lib/messages/languages.ts";

/** The texts of mails in a language. */
export async function mailTexts(locale: Locale): Promise<typeof ENGLISH> {
  // Every language is filled up with English, so it has the shape of English.
  return (await loadMessages(locale))["mail"] as typeof ENGLISH;
}

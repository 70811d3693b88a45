/** The messages as the pages take them. */
import compile from "icu-minify/compile";
import { loadMessages } from "./catalogue.ts";
import type { Messages } from "./catalogue.ts";
import type { Locale } from "./languages.ts";

/** A message as next-intl takes one whose ICU syntax is read already. */
type Compiled = ReturnType<typeof compile>;

export type PageMessages = { [name: string]: Compiled | PageMessages };

const compiled = new WeakMap<Messages, PageMessages>();

/**
 * All messages of a language that pages use, with their ICU syntax read, so that no browser has to load a reader for it
 * (next.config.js puts what only fills them in in its place).
 */
export async function loadPageMessages(locale: Locale): Promise<PageMessages> {
  const messages = await loadMessages(locale);
  const known = compiled.get(messages);
  if (known) return known;
  // What mails say is no page's, and need not travel with each.
  const { mail: _, ...ofPages } = messages;
  // Through JSON, since the branches of a plural have no prototype, and such a thing is not given to a page.
  const made = JSON.parse(JSON.stringify(compileAll(ofPages))) as PageMessages;
  compiled.set(messages, made);
  return made;
}

function compileAll(messages: Messages): PageMessages {
  return Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, typeof text === "string" ? compile(text) : compileAll(text)]));
}

/** Words of the catalogue for what is written outside of a page, such as a file. */
import { loadMessages } from "./catalogue.ts";
import type { Messages } from "./catalogue.ts";
import { fill } from "./fill.ts";
import type { Locale } from "./languages.ts";

/** A text by its path, its simple placeholders ("{name}") filled in; undefined where the catalogue has none. */
export type Words = (path: string, values?: Readonly<Record<string, string | number>>) => string | undefined;

/** The words of a language. Texts with plurals and choices stay with the pages. */
export async function wordsOf(locale: Locale): Promise<Words> {
  const messages = await loadMessages(locale);
  return (path, values = {}) => {
    const found = path.split(".").reduce<Messages | string | undefined>((place, name) => (typeof place === "object" ? place[name] : undefined), messages);
    return typeof found === "string" ? fill(found, values) : undefined;
  };
}

/** The same words, asked for by paths below a part of the catalogue. */
export function wordsBelow(words: Words, part: string): Words {
  return (path, values) => words(`${part}.${path}`, values);
}

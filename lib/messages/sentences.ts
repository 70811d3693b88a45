/**
 * What an operation or a shape says to people on pages that speak several languages. It is answered in English, as every answer of
 * the API is, together with a stable `reason` by which the browser finds the sentence in the reader's language.
 */
import ENGLISH from "./en/errors.json" with { type: "json" };
import { fill } from "./fill.ts";

type Reason = keyof typeof ENGLISH;

type Sentence = { reason: Reason; values: Record<string, string | number>; message: string };

/** The English sentences by their reasons, for the messages of shapes. */
export const SENTENCES: Readonly<Record<Reason, string>> = ENGLISH;

const REASONS = new Map(Object.entries(ENGLISH).map(([reason, text]) => [text, reason as Reason]));

/** A sentence with its values in place. */
export function sentence(reason: Reason, values: Record<string, string | number> = {}): Sentence {
  return { reason, values, message: fill(ENGLISH[reason], values) };
}

/** The reason of a sentence without values, such as a shape's own message; undefined for a text that is none of ours. */
export function reasonOf(message: string): Reason | undefined {
  return REASONS.get(message);
}

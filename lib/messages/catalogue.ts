/** The message catalogue: one folder per language, one file per part of the product. What a language lacks is said in English, key by key. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LOCALES } from "./languages.ts";
import type { Locale } from "./languages.ts";

export type Messages = { [name: string]: string | Messages };

const FOLDER = join(process.cwd(), "lib/messages");
const ENGLISH = LOCALES[0].folder;
const loaded = new Map<Locale, Promise<Messages>>();

/** All messages of a language, read once: its own, and the English ones where it has none. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? readLanguage(locale);
  // While developing, a changed text is to be seen at once.
  if (process.env.NODE_ENV === "production") loaded.set(locale, messages);
  return messages;
}

async function readLanguage(locale: Locale): Promise<Messages> {
  const { folder } = LOCALES.find(({ code }) => code === locale)!;
  if (folder === ENGLISH) return readFolder(folder);
  const [english, own] = await Promise.all([readFolder(ENGLISH), readFolder(folder)]);
  return completed(english, own);
}

/** The messages that a language has itself, by the name of their file. */
export async function readFolder(folder: string): Promise<Messages> {
  const files = (await readdir(join(FOLDER, folder))).filter((name) => name.endsWith(".json"));
  const parts = await Promise.all(files.map(async (name) => [name.slice(0, -".json".length), JSON.parse(await readFile(join(FOLDER, folder, name), "utf8")) as Messages] as const));
  return Object.fromEntries(parts);
}

/** Messages with their gaps filled from others. Pure. */
export function completed(fallback: Messages, own: Messages): Messages {
  const merged = Object.entries(fallback).map(([name, text]) => {
    const better = own[name];
    if (typeof text === "string" || better === undefined) return [name, better ?? text] as const;
    return [name, typeof better === "string" ? text : completed(text, better)] as const;
  });
  return Object.fromEntries(merged);
}

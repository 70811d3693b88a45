/** The message catalogue: one folder per language, one file per part of the product. What a language lacks is shown in English. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The languages whose catalogue exists; the language menu lists exactly these. */
export const LOCALES = [{ code: "en-US", folder: "en", label: "EN (US)", name: "English (US)" }] as const;

type Messages = { [name: string]: string | Messages };

const FOLDER = join(process.cwd(), "lib/messages");
const loaded = new Map<string, Promise<Messages>>();

/** The language of a person as far as the catalogue has it. */
export function localeFor(wanted: string | undefined): string {
  return LOCALES.find(({ code }) => code === wanted)?.code ?? LOCALES[0].code;
}

/** The messages of a language, read once. */
export function loadMessages(locale: string): Promise<Messages> {
  const { folder } = LOCALES.find(({ code }) => code === locale) ?? LOCALES[0];
  const messages = loaded.get(folder) ?? readFolder(folder);
  // While developing, a changed text is to be seen at once.
  if (process.env.NODE_ENV === "production") loaded.set(folder, messages);
  return messages;
}

async function readFolder(folder: string): Promise<Messages> {
  const files = (await readdir(join(FOLDER, folder))).filter((name) => name.endsWith(".json"));
  const parts = await Promise.all(files.map(async (name) => [name.slice(0, -".json".length), JSON.parse(await readFile(join(FOLDER, folder, name), "utf8")) as Messages] as const));
  return Object.fromEntries(parts);
}

/** The message catalogue: what each language says itself, and that every text that a component asks for is there. */
import { createTranslator } from "next-intl";
import format from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { completed, loadMessages, readFolder } from "#lib/messages/catalogue.ts";
import type { Messages } from "#lib/messages/catalogue.ts";
import { LOCALES } from "#lib/messages/languages.ts";
import { loadPageMessages } from "#lib/messages/page-messages.ts";
import { sourceFiles } from "./source-files.ts";

function keysOf(messages: Messages, path = ""): string[] {
  return Object.entries(messages).flatMap(([name, value]) => (typeof value === "string" ? [path + name] : keysOf(value, `${path}${name}.`)));
}

/** The variables of a text, e.g. `count` of "{count, plural, …}", and its tags. */
function placesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*(?:\}|,\s*(?:number|plural|select)\b)|<(\w+)>/g)].map(([, variable, tag]) => variable ?? `<${tag}>`))].toSorted();
}

function find(messages: Messages, path: string): string | Messages | undefined {
  return path.split(".").reduce<string | Messages | undefined>((place, name) => (typeof place === "object" ? place[name] : undefined), messages);
}

/** What French and German say in full: sign-in, registration, reset, mails, a user's home and profile, and what stands around them. */
const PROMISED = [
  "signIn", "registration", "profile", "pages", "ui", "errors", "mail", "dashboard.title", "dashboard.greeting", "dashboard.home", "dashboard.account.changePassword",
  "shell.productName", "shell.skipToContent", "shell.loading", "shell.mainNavigation", "shell.openNavigation", "shell.closeNavigation", "shell.breadcrumb",
  "shell.navigation.dashboard", "shell.actions.changePassword", "shell.jump", "shell.notifications", "shell.person", "shell.roles", "shell.footer", "shell.shortcuts",
];

const english = await loadMessages("en-US");
const translated = await Promise.all(LOCALES.slice(1).map(async ({ code, name, folder }) => ({ code, name, own: await readFolder(folder), all: await loadMessages(code) })));

test("the English catalogue is there and says nothing empty", () => {
  const keys = keysOf(english);
  expect(keys.length).toBeGreaterThan(300);
  for (const key of keys) expect(String(find(english, key)).trim(), key).not.toBe("");
});

test.each(translated)("$name says nothing that English does not, and each text with the same variables and tags", ({ own }) => {
  const keys = keysOf(own);
  expect(keys.filter((key) => typeof find(english, key) !== "string")).toEqual([]);
  for (const key of keys) {
    expect(String(find(own, key)).trim(), key).not.toBe("");
    expect(placesOf(String(find(own, key))), key).toEqual(placesOf(String(find(english, key))));
  }
});

test.each(translated.filter(({ code }) => code === "fr" || code === "de"))("$name says all that is promised in it", ({ own }) => {
  for (const path of PROMISED) expect(find(english, path), path).toBeDefined();
  const promised = keysOf(english).filter((key) => PROMISED.some((path) => key === path || key.startsWith(`${path}.`)));
  expect(promised.length).toBeGreaterThan(250);
  expect(promised.filter((key) => find(own, key) === undefined)).toEqual([]);
});

test.each(translated)("$name is filled up with English, key by key", ({ own, all }) => {
  expect(keysOf(all).toSorted()).toEqual(keysOf(english).toSorted());
  for (const key of keysOf(english)) expect(find(all, key)).toBe(find(own, key) ?? find(english, key));
});

test("a gap is filled where it is, and a text never stands in for a group", () => {
  const fallback: Messages = { a: "A", group: { b: "B", c: "C" }, other: { d: "D" } };
  expect(completed(fallback, { a: "Ä", group: { c: "Ç" } })).toEqual({ a: "Ä", group: { b: "B", c: "Ç" }, other: { d: "D" } });
  expect(completed(fallback, { group: "no group", unknown: "nowhere" })).toEqual(fallback);
});

test.each(LOCALES)("every text of $name can be said", async ({ code }) => {
  const all = await loadMessages(code);
  const faults: string[] = [];
  const t = createTranslator({ locale: code, messages: all as never, timeZone: "UTC", onError: ({ message }) => faults.push(message) }) as unknown as { rich: (key: string, values: object) => unknown };
  for (const key of keysOf(all)) {
    const places = placesOf(String(find(all, key)));
    t.rich(key, Object.fromEntries(places.map((place) => (place.startsWith("<") ? [place.slice(1, -1), (words: unknown) => words] : [place, 2]))));
  }
  expect(faults).toEqual([]);
});

test.each(LOCALES)("every text of $name reads on a page, where its syntax comes read, as it is written", async ({ code }) => {
  const [all, read] = [await loadMessages(code), (await loadPageMessages(code)) as never];
  const t = createTranslator({ locale: code, messages: all as never, timeZone: "UTC" }) as unknown as { rich: (key: string, values: object) => unknown };
  const formatters = { getNumberFormat: (...how: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...how), getPluralRules: (...how: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...how) };
  const options = { locale: code, formats: {}, globalFormats: {}, formatters } as never;
  for (const key of keysOf(all).filter((each) => !each.startsWith("mail."))) {
    const message = key.split(".").reduce<never>((place, name) => place[name] as never, read);
    for (const number of [0, 1, 2, 4_321]) {
      const values = Object.fromEntries(placesOf(String(find(all, key))).map((place) => (place.startsWith("<") ? [place.slice(1, -1), (words: unknown) => `[${String(words)}]`] : [place, number])));
      expect([format(key as never, message, values as never, options)].flat(), key).toEqual([t.rich(key, values)].flat());
    }
  }
});

test.each(LOCALES)("what $name says outside of pages has plain places only", async ({ code }) => {
  const { errors, mail } = await loadMessages(code);
  const texts = { errors: errors!, mail: mail! };
  for (const key of keysOf(texts)) expect(String(find(texts, key)).replaceAll(/\{\w+\}/g, ""), key).not.toMatch(/[{}<>]/);
});

const translators = sourceFiles("app", "components").flatMap(({ path, text }) => {
  const bound = new Map<string, string[]>();
  for (const [, variable = "", namespace = ""] of text.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\("([^"]*)"\)/g)) bound.set(variable, [...(bound.get(variable) ?? []), namespace]);
  return bound.size > 0 ? [[path, text, bound] as const] : [];
});

test.each(translators)("%s asks for texts that are there", (_, text, bound) => {
  for (const [variable, namespaces] of bound) {
    for (const namespace of namespaces) expect(find(english, namespace), namespace).toBeTypeOf("object");
    for (const [, key = ""] of text.matchAll(new RegExp(String.raw`(?<![\w.])${variable}(?:\.(?:rich|markup|raw))?\("([^"]+)"`, "g"))) {
      const found = namespaces.some((namespace) => find(english, `${namespace}.${key}`) !== undefined);
      expect(found, `${namespaces.join(" or ")}.${key}`).toBe(true);
    }
  }
});

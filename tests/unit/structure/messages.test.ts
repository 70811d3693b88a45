/** The message catalogue: every language says all that English says, and every text that a component asks for is there. */
import { expect, test } from "vitest";
import { LOCALES, loadMessages } from "#lib/messages/catalogue.ts";
import { sourceFiles } from "./source-files.ts";

type Messages = { [name: string]: string | Messages };

function keysOf(messages: Messages, path = ""): string[] {
  return Object.entries(messages).flatMap(([name, value]) => (typeof value === "string" ? [path + name] : keysOf(value, `${path}${name}.`)));
}

/** The variables of a text, e.g. `count` of "{count, plural, …}". */
function variablesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]!))].toSorted();
}

function find(messages: Messages, path: string): string | Messages | undefined {
  return path.split(".").reduce<string | Messages | undefined>((place, name) => (typeof place === "object" ? place[name] : undefined), messages);
}

const english = (await loadMessages("en-US")) as Messages;

test("the English catalogue is there and says nothing empty", () => {
  const keys = keysOf(english);
  expect(keys.length).toBeGreaterThan(300);
  for (const key of keys) expect(String(find(english, key)).trim(), key).not.toBe("");
});

test.each(LOCALES.map(({ code, name }) => [name, code] as const))("%s has the same texts as English, with the same variables", async (_, code) => {
  const messages = (await loadMessages(code)) as Messages;
  expect(keysOf(messages).toSorted()).toEqual(keysOf(english).toSorted());
  for (const key of keysOf(english)) expect(variablesOf(String(find(messages, key))), key).toEqual(variablesOf(String(find(english, key))));
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

import { expect, test } from "vitest";
import { localeFor } from "#lib/messages/languages.ts";

test("a person's own choice goes before that of the browser, and that before the account's", () => {
  expect(localeFor({ own: "de", remembered: "fr", account: "en-GB", accepted: "fr" })).toBe("de");
  expect(localeFor({ own: "", remembered: "fr", account: "en-GB", accepted: "de" })).toBe("fr");
  expect(localeFor({ own: "", account: "en-GB", accepted: "de" })).toBe("en-GB");
});

test("a language that there is not is no choice", () => {
  expect(localeFor({ own: "tlh", remembered: "es", account: "de" })).toBe("de");
  expect(localeFor({ remembered: "es" })).toBe("en-US");
});

test("somebody new reads the language that their browser likes best of those that there are", () => {
  const accepted = (header: string) => localeFor({ accepted: header });
  expect(accepted("de-DE,de;q=0.9,en;q=0.8")).toBe("de");
  expect(accepted("es-ES,es;q=0.9,fr-CA;q=0.8,en;q=0.5")).toBe("fr");
  expect(accepted("en;q=0.4, fr;q=0.7")).toBe("fr");
  expect(accepted("en-GB,en;q=0.9")).toBe("en-GB");
  expect(accepted("en-AU")).toBe("en-US");
  expect(accepted("fr;q=0, de")).toBe("de");
});

test("English is for whoever asks for nothing that there is", () => {
  for (const accepted of ["", "*", "ja", ",;q=", null, undefined]) expect(localeFor({ accepted })).toBe("en-US");
});

import { expect, test } from "vitest";
import { wordsBelow, wordsOf } from "#lib/messages/words.ts";

test("a text is found by its path, with its placeholders filled in as they are", async () => {
  const words = await wordsOf("en-US");
  expect(words("events.title")).toBe("Event History");
  expect(words("events.assetWithName", { kind: "User", name: "{kind} $& Ada" })).toBe("User: {kind} $& Ada");
  expect(wordsBelow(words, "events")("assets.user")).toBe("User");
});

test("what is no text of the catalogue is none", async () => {
  const words = await wordsOf("en-US");
  for (const path of ["events", "events.nothing", "events.title.more", "events.constructor", "toString"]) expect(words(path), path).toBeUndefined();
});

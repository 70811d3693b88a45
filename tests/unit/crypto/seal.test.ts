import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "#lib/crypto/seal.ts";

const KEY = Buffer.alloc(32, 1);

test("what is sealed opens with the same key and purpose", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unseal(seal(text, KEY, "here"), KEY, "here") === text));
});

test("it opens with no other key, for no other purpose, and not when a bit was turned", () => {
  const sealed = seal("secret", KEY, "here");
  expect(() => unseal(sealed, Buffer.alloc(32, 2), "here")).toThrow();
  expect(() => unseal(sealed, KEY, "there")).toThrow();
  for (let index = 0; index < sealed.length; index += 1) {
    const turned = sealed.slice();
    turned[index]! ^= 1;
    expect(() => unseal(turned, KEY, "here"), `byte ${index}`).toThrow();
  }
});

test("the same text is sealed differently each time", () => {
  expect(seal("secret", KEY, "here")).not.toEqual(seal("secret", KEY, "here"));
});

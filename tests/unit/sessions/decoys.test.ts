import { expect, test } from "vitest";
import { decoysFor } from "#lib/sessions/decoys.ts";

const ADDRESSES = Array.from({ length: 2_000 }, (_, index) => `person.${index}@ballad.example`);

test("an address that nobody has seems to belong to one account, now and then to several, and always to as many", () => {
  const counts = ADDRESSES.map((address) => decoysFor(address, "a secret of this installation"));
  expect(new Set(counts)).toEqual(new Set([1, 2, 3]));
  expect(counts.filter((count) => count === 1).length).toBeGreaterThan(ADDRESSES.length * 0.8);
  expect(ADDRESSES.map((address) => decoysFor(address, "a secret of this installation"))).toEqual(counts);
});

test("who does not know the secret of the installation can not tell how many", () => {
  const differing = ADDRESSES.filter((address) => decoysFor(address, "one secret") !== decoysFor(address, "another secret"));
  expect(differing.length).toBeGreaterThan(100);
});

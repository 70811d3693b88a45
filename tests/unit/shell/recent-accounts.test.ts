import { expect, test } from "vitest";
import { readRecent, withRecent } from "#components/shell/recent-accounts.ts";

const account = (id: string) => ({ id, name: `Account ${id}` });
const six = ["a", "b", "c", "d", "e", "f"].map(account);

test("the account opened comes to the front, once, and the oldest gives way", () => {
  expect(withRecent(six, account("c"))?.map(({ id }) => id)).toEqual(["c", "a", "b", "d", "e", "f"]);
  expect(withRecent(six, account("g"))?.map(({ id }) => id)).toEqual(["g", "a", "b", "c", "d", "e"]);
});

test("an account already in front is nothing to keep, unless it has another name", () => {
  expect(withRecent(six, account("a"))).toBeNull();
  expect(withRecent(six, { id: "a", name: "Renamed" })?.[0]).toEqual({ id: "a", name: "Renamed" });
});

test("only id and name are kept, and whatever else was kept is left out", () => {
  expect(withRecent([], { ...account("a"), kind: "customer" } as never)).toEqual([account("a")]);
  expect(readRecent([account("a"), { id: 1, name: "x" }, null, "b"])).toEqual([account("a")]);
  expect(readRecent({ id: "a" })).toEqual([]);
});

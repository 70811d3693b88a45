import { expect, test } from "vitest";
import { sortLicenses } from "#lib/micollab/sort-licenses.ts";

const user = (userId: string, loginId: string | null = userId) => ({ userId, name: userId.toUpperCase(), email: `${userId}@ballad.example`, loginId });
const given = (userName: string, minute: number, email = "") => ({ userName, email, assignedAt: `2026-11-20T12:0${minute}:00.000Z` });
const ids = (users: readonly { userId: string }[]) => users.map(({ userId }) => userId);

const USERS = [user("ada"), user("bo"), user("cy"), user("di", null)];

test("whoever was assigned a license first has it first, and what is beyond the owned ones is refused", () => {
  const sorted = sortLicenses({ given: [given("cy", 3), given("bo", 1), given("ada", 2)], before: [], users: USERS, holders: new Set(), free: 2 });
  expect([ids(sorted.taken), ids(sorted.refused), ids(sorted.withdrawn)]).toEqual([["bo", "ada"], ["cy"], []]);
});

test("who has one keeps it, takes no room, and counts as assigned by the server from then on", () => {
  const sorted = sortLicenses({ given: [given("ada", 1), given("bo", 2)], before: [], users: USERS, holders: new Set(["ada"]), free: 0 });
  expect([ids(sorted.kept), ids(sorted.taken), ids(sorted.refused)]).toEqual([["ada"], [], ["bo"]]);
});

test("what is withdrawn makes room, and only what the server had assigned is withdrawn", () => {
  const sorted = sortLicenses({ given: [given("cy", 1)], before: ["ada"], users: USERS, holders: new Set(["ada", "bo"]), free: 0 });
  expect([ids(sorted.withdrawn), ids(sorted.taken)]).toEqual([["ada"], ["cy"]]);
});

test("an account with fewer than it has given gets no more, however many are withdrawn", () => {
  const sorted = sortLicenses({ given: [given("cy", 1)], before: ["ada"], users: USERS, holders: new Set(["ada"]), free: -3 });
  expect([ids(sorted.taken), ids(sorted.refused)]).toEqual([[], ["cy"]]);
});

test("a user is known by the client account, else by the address, and once", () => {
  const sorted = sortLicenses({ given: [given("x-1", 1, "DI@ballad.example"), given("di-again", 2, "di@ballad.example"), given("nobody", 3), given("stranger", 4, "s@else.example")], before: [], users: USERS, holders: new Set(), free: 9 });
  expect([ids(sorted.taken), sorted.unknown]).toEqual([["di"], ["nobody", "stranger"]]);
});

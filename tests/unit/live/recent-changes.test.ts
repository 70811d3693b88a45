import { expect, test } from "vitest";
import { recentChanges } from "#components/shell/recent-changes.ts";

test("who begins to listen just after a change is told of it, once for each topic", () => {
  const changes = recentChanges();
  changes.note("plan:1", 1_000);
  changes.note("users", 1_500);
  changes.note("plan:1", 2_000);
  expect(changes.at(2_100).toSorted()).toEqual(["plan:1", "users"]);
});

test("what changed before the page can have been made is not told again", () => {
  const changes = recentChanges();
  changes.note("drift", 1_000);
  changes.note("users", 10_000);
  expect(changes.at(20_000)).toEqual(["users"]);
  expect(changes.at(60_000)).toEqual([]);
});

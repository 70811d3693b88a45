import { expect, test } from "vitest";
import { pressGoTo } from "#components/shell/go-to.ts";
import type { NavigationPage } from "#components/shell/navigation.ts";

const users: NavigationPage = { id: "users", href: "/accounts/a/users", key: "u" };

test("g and then the letter of a page opens it", () => {
  const { waiting, open } = pressGoTo(null, "g", 1000, [users]);
  expect(open).toBeUndefined();
  expect(pressGoTo(waiting, "u", 1400, [users])).toEqual({ waiting: null, open: users });
});

test("the letter alone, a letter too late, or one of no page opens nothing", () => {
  expect(pressGoTo(null, "u", 1000, [users])).toEqual({ waiting: null });
  expect(pressGoTo(1000, "u", 2501, [users]).open).toBeUndefined();
  expect(pressGoTo(1000, "q", 1100, [users])).toEqual({ waiting: null, open: undefined });
});

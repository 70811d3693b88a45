import { expect, test } from "vitest";
import { columnChoice, moveColumn, shownIds, toggleColumn } from "#components/data-table/column-choice.ts";

const columns = [{ id: "email" }, { id: "ext" }, { id: "role", hideable: false }, { id: "contactCenter", hiddenByDefault: true }];

test("by default every column shows in the list's order, but those hidden by default", () => {
  expect(shownIds(columnChoice(columns, null))).toEqual(["email", "ext", "role"]);
});

test("a choice keeps its order, forgets columns that are gone and offers the hidden ones", () => {
  const choice = columnChoice(columns, ["role", "gone", "email"]);
  expect(shownIds(choice)).toEqual(["role", "email"]);
  expect(choice.map((column) => column.id).toSorted()).toEqual(["contactCenter", "email", "ext", "role"]);
});

test("a column that can not be hidden is shown even where the choice lacks it", () => {
  expect(shownIds(columnChoice(columns, ["email", "ext"]))).toEqual(["email", "ext", "role"]);
});

test("hiding, showing and moving", () => {
  const choice = columnChoice(columns, null);
  expect(shownIds(toggleColumn(choice, "ext"))).toEqual(["email", "role"]);
  expect(shownIds(moveColumn(choice, "role", 0))).toEqual(["role", "email", "ext"]);
  expect(moveColumn(choice, "email", 99).at(-1)?.id).toBe("email");
  expect(moveColumn(choice, "email", -1)[0]?.id).toBe("email");
  expect(moveColumn(choice, "gone", 1)).toBe(choice);
});

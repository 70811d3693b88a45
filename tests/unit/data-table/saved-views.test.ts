import { expect, test } from "vitest";
import { parseListState } from "#components/data-table/list-state.ts";
import type { ListShape } from "#components/data-table/list-state.ts";
import { namedView, stateOf, viewOf, withoutView, withView } from "#components/data-table/saved-views.ts";

const shape: ListShape = { filters: ["property"], sorts: ["name", "email"], defaultSort: "name" };
const state = parseListState({ search: "ada", property: "admins", sort: "-email", columns: "role,email", density: "compact", size: "100", after: "key", page: "3" }, shape);

test("a view brings back search, filters, order, columns and row height, from the first page", () => {
  expect(stateOf(viewOf("Admins", state, shape), shape)).toEqual({ ...state, after: null, before: null, page: 1 });
});

test("a view of the list as it is at first brings that back, whatever was last chosen", () => {
  const plain = parseListState({}, shape);
  expect(stateOf(viewOf("All", plain, shape), shape)).toEqual(plain);
});

test("what a list does not know any more is left out of the view", () => {
  expect(stateOf({ name: "Old", query: "sort=shoe&colour=red&search=ada" }, shape)).toEqual(parseListState({ search: "ada" }, shape));
});

test("views stand in the order of their names; one of the same name, however written, takes the place of the other", () => {
  const views = withView(withView([], viewOf("Zoned", state, shape)), viewOf("Admins", state, shape));
  expect(views.map(({ name }) => name)).toEqual(["Admins", "Zoned"]);
  const replaced = withView(views, { name: " admins ", query: "search=b" });
  expect(replaced).toHaveLength(2);
  expect(namedView(replaced, "ADMINS")?.query).toBe("search=b");
  expect(withoutView(replaced, "zoned")).toHaveLength(1);
});

import { describe, expect, test } from "vitest";
import {
  filterKey, isFiltered, nextPage, previousPage, withFilter, withoutFilters, withSearch, withSize, withSortBy,
} from "#components/data-table/list-changes.ts";
import { addressOf, exportQuery, listFilter, listQuery, parseListState } from "#components/data-table/list-state.ts";
import type { ListShape } from "#components/data-table/list-state.ts";

const shape: ListShape = { filters: ["property", "product"], sorts: ["name", "modified"], defaultSort: "name" };
const read = (address: string, preferences = {}) => parseListState(new URLSearchParams(address), shape, preferences);
const write = (state: ReturnType<typeof read>, current = "", preferences = {}) =>
  addressOf(state, shape, preferences, new URLSearchParams(current));

describe("reading an address", () => {
  test("an empty address is the first page of everything in the default order", () => {
    expect(read("")).toEqual({
      search: "", filters: {}, sort: "name", size: 50, after: null, before: null, page: 1, columns: null, density: "comfortable",
    });
  });

  test("whatever is malformed or unknown falls back instead of failing", () => {
    const state = read(`size=7&sort=password&density=tiny&page=-3&colour=red&search=${"x".repeat(200)}`);
    expect(state).toMatchObject({ size: 50, sort: "name", density: "comfortable", page: 1, filters: {} });
    expect(state.search).toHaveLength(100);
  });

  test("a Next page's searchParams read like the browser's, a repeated name by its first value", () => {
    const record = { search: "ada", sort: "-modified", property: ["admins", "users"], after: "k1", page: "2" };
    expect(parseListState(record, shape)).toEqual(read("search=ada&sort=-modified&property=admins&after=k1&page=2"));
  });

  test("the person's preferences hold where the address is silent, and only there", () => {
    const preferences = { size: 100, density: "compact" as const, columns: ["email"] };
    expect(read("", preferences)).toMatchObject({ size: 100, density: "compact", columns: ["email"] });
    expect(read("size=25&density=comfortable&columns=ext,email", preferences)).toMatchObject({
      size: 25, density: "comfortable", columns: ["ext", "email"],
    });
  });

  test("a key to go on from wins over one to go back from, so that a page has one meaning", () => {
    expect(read("after=a&before=b")).toMatchObject({ after: "a", before: null });
  });
});

describe("writing an address", () => {
  test("what is written reads back as the same state", () => {
    const state = { ...read(""), search: "ada & co", filters: { property: "admins" }, sort: "-modified", size: 25, before: "k=/", page: 3,
      columns: ["ext", "email"], density: "compact" as const };
    expect(read(write(state))).toEqual(state);
  });

  test("defaults and preferences are left out, parameters of others are kept", () => {
    expect(write(read(""), "tab=history&search=old&property=x")).toBe("tab=history");
    expect(write(read("", { size: 100 }), "", { size: 100 })).toBe("");
    expect(write(read(""), "", { density: "compact" })).toBe("density=comfortable");
  });
});

test("an address says which columns are shown to whoever opens it, also when they are the usual ones, or none but the first", () => {
  const preferences = { columns: ["email"] };
  for (const columns of [null, [], ["ext"], ["email"]]) expect(read(write({ ...read(""), columns }, "", preferences), preferences).columns).toEqual(columns);
  expect(read(write({ ...read(""), columns: [] })).columns).toEqual([]);
  expect(write(read("", preferences), "", preferences)).toBe("");
});

describe("changing a list", () => {
  const deep = read("after=k&page=4&search=a&property=admins");

  test("search, filter, order and size go back to the first page", () => {
    for (const changed of [withSearch(deep, "b"), withFilter(deep, "product", "p"), withSortBy(deep, "modified"), withSize(deep, 25)]) {
      expect(changed).toMatchObject({ after: null, before: null, page: 1 });
    }
  });

  test("an empty value takes a filter off, and all can be taken off at once", () => {
    expect(withFilter(deep, "property", "").filters).toEqual({});
    expect(withFilter(deep, "sms", "1", true)).toMatchObject({ search: "", filters: { property: "admins", sms: "1" } });
    expect(isFiltered(deep)).toBe(true);
    expect(isFiltered(withoutFilters(deep))).toBe(false);
  });

  test("sorting by a column sorts up, again turns it round", () => {
    expect(withSortBy(read("sort=modified"), "name").sort).toBe("name");
    expect(withSortBy(read("sort=name"), "name").sort).toBe("-name");
    expect(withSortBy(read("sort=-name"), "name").sort).toBe("name");
  });

  test("paging goes by key; the way back to the first page needs none", () => {
    expect(nextPage(read(""), "k2")).toMatchObject({ after: "k2", before: null, page: 2 });
    expect(previousPage(deep, "k3")).toMatchObject({ after: null, before: "k3", page: 3 });
    expect(previousPage(read("after=k&page=2"), "k1")).toMatchObject({ after: null, before: null, page: 1 });
  });

  test("paging and order leave the meaning of 'all that match' alone", () => {
    expect(filterKey(withSortBy(nextPage(deep, "x"), "modified"))).toBe(filterKey(deep));
    expect(filterKey(withSearch(deep, "ab"))).not.toBe(filterKey(deep));
    expect(filterKey({ search: "", filters: { a: "1", b: "2" } })).toBe(filterKey({ search: "", filters: { b: "2", a: "1" } }));
  });
});

describe("what the server is asked", () => {
  test("the operation gets search, filters, order, size and key; not columns, density or the page figure", () => {
    const state = read("search=a&property=admins&after=k&page=4&columns=email&density=compact");
    expect(listQuery(state)).toEqual({ search: "a", property: "admins", sort: "name", size: "50", after: "k" });
    expect(listFilter(state)).toEqual({ search: "a", property: "admins" });
  });

  test("an export gets the view without its paging, with columns and zone", () => {
    const query = exportQuery(read("search=a&after=k&page=4&sort=-name"), ["name", "email"], "Europe/Zurich");
    expect(query.toString()).toBe("search=a&sort=-name&columns=name%2Cemail&timeZone=Europe%2FZurich");
  });
});

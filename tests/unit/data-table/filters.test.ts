import { expect, test } from "vitest";
import { blockerOf, searchBlocker, valueLabel } from "#components/data-table/filters.ts";
import type { FilterDefinition } from "#components/data-table/filters.ts";

const property: FilterDefinition = { id: "property", label: "Property", kind: "choice", options: [{ value: "admins", label: "Admins" }] };
const product: FilterDefinition = { id: "product", label: "Product", kind: "choice", options: [] };
const sms: FilterDefinition = { id: "sms", label: "SMS Number", kind: "text", fieldLabel: "Filter for SMS Number", excludes: ["property", "search"] };
const all = [property, product, sms];

test("filters that exclude each other do so in both directions, whichever of them says so", () => {
  expect(blockerOf(property, all, { filters: { sms: "+1" } })).toBe(sms);
  expect(blockerOf(sms, all, { filters: { property: "admins" } })).toBe(property);
});

test("a filter stays free while only itself and filters it can stand beside are applied", () => {
  expect(blockerOf(sms, all, { filters: { sms: "+1", product: "x" } })).toBeUndefined();
});

test("the search box is blocked only while a filter that excludes it is applied", () => {
  expect(searchBlocker(all, { filters: { sms: "+1" } })).toBe(sms);
  expect(searchBlocker(all, { filters: { property: "admins" } })).toBeUndefined();
});

test("a value reads by its label, and one no longer offered as it stands", () => {
  expect(valueLabel(property, "admins")).toBe("Admins");
  expect(valueLabel(property, "gone")).toBe("gone");
  expect(valueLabel(sms, "+4179")).toBe("+4179");
});

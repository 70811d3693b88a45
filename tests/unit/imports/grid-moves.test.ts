import { expect, test } from "vitest";
import { moveBy, nextField } from "#components/imports/grid-moves.ts";
import type { Place } from "#components/imports/grid-moves.ts";

const ROWS = [2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377];
const at = (row: number, column: Place["column"]): Place => ({ row, column });

test("arrow keys lead from cell to cell and stop at the edges", () => {
  expect(moveBy("ArrowDown", false, at(3, "name"), ROWS)).toEqual(at(5, "name"));
  expect(moveBy("ArrowUp", false, at(5, "name"), ROWS)).toEqual(at(3, "name"));
  expect(moveBy("ArrowUp", false, at(2, "name"), ROWS)).toEqual(at(2, "name"));
  expect(moveBy("ArrowDown", false, at(377, "name"), ROWS)).toEqual(at(377, "name"));
  expect(moveBy("ArrowRight", false, at(3, "email"), ROWS)).toEqual(at(3, "role"));
  expect(moveBy("ArrowRight", false, at(3, "action"), ROWS)).toEqual(at(3, "action"));
  expect(moveBy("ArrowLeft", false, at(3, "status"), ROWS)).toEqual(at(3, "status"));
});

test("Home and End lead to the ends of the row, with Control to the corners, page keys ten rows on", () => {
  expect(moveBy("Home", false, at(5, "email"), ROWS)).toEqual(at(5, "status"));
  expect(moveBy("End", false, at(5, "email"), ROWS)).toEqual(at(5, "action"));
  expect(moveBy("Home", true, at(5, "email"), ROWS)).toEqual(at(2, "status"));
  expect(moveBy("End", true, at(5, "email"), ROWS)).toEqual(at(377, "action"));
  expect(moveBy("PageDown", false, at(3, "name"), ROWS)).toEqual(at(377, "name"));
  expect(moveBy("PageUp", false, at(233, "name"), ROWS)).toEqual(at(2, "name"));
  expect(moveBy("a", false, at(3, "name"), ROWS)).toBeNull();
});

test("Tab goes through the fields of a row and into the next one, and out at the ends", () => {
  expect(nextField(at(3, "firstName"), false, ROWS)).toEqual(at(3, "lastName"));
  expect(nextField(at(3, "email"), false, ROWS)).toEqual(at(3, "role"));
  expect(nextField(at(3, "role"), false, ROWS)).toEqual(at(5, "firstName"));
  expect(nextField(at(3, "firstName"), true, ROWS)).toEqual(at(2, "role"));
  expect(nextField(at(377, "role"), false, ROWS)).toBeNull();
  expect(nextField(at(2, "firstName"), true, ROWS)).toBeNull();
});

import { expect, test } from "vitest";
import { matchColumns, refusalOfHeader } from "#lib/imports/match-columns.ts";

const refusal = (header: string[]) => refusalOfHeader(header, matchColumns(header), "users.xlsx");

test("finds the columns in any order, case and spelling", () => {
  expect(matchColumns(["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE"])).toEqual({ places: { firstName: 0, lastName: 1, name: 2, email: 3, role: 4 }, leftOut: [] });
  expect(matchColumns(["role", "E-Mail", "last_name", "First  Name", "Name:"])).toEqual({ places: { role: 0, email: 1, lastName: 2, firstName: 3, name: 4 }, leftOut: [] });
  expect(matchColumns(["Surname", "Given name", "EMAIL ADDRESS"]).places).toEqual({ lastName: 0, firstName: 1, email: 2 });
});

test("says which columns are left out: those it does not know, and the second of a name", () => {
  expect(matchColumns(["NAME", "PHONE", "", "EMAIL", "E-mail"])).toEqual({ places: { name: 0, email: 3 }, leftOut: ["PHONE", "E-mail"] });
});

test("names of columns that every object has are not mistaken for ours", () => {
  expect(matchColumns(["constructor", "toString"])).toEqual({ places: {}, leftOut: ["constructor", "toString"] });
});

test("OP1-46 a first row without the names of the columns is refused, and what stands there is said", () => {
  expect(refusal(["Ada", "Brandt", "", "ada@ballad.example", "User"])).toContain("It holds “Ada”, “Brandt”, “ada@ballad.example”, “User”.");
  expect(refusal(["FIRST NAME", "LAST NAME", "NAME"])).toContain("EMAIL and at least one of FIRST NAME, LAST NAME and NAME");
  expect(refusal(["EMAIL", "ROLE"])).not.toBeNull();
  expect(refusal(["EMAIL", "NAME"])).toBeNull();
  expect(refusal(["a".repeat(500), "b", "c", "d", "e", "f", "g"])).toMatch(/“a{40}…”, “b”, “c”, “d”, “e” and 2 more/);
});

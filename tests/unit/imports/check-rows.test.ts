import { expect, test } from "vitest";
import { NO_CELLS, problemsOf, tidyCells, userOf } from "#lib/imports/check-rows.ts";
import type { RowCells } from "#lib/imports/check-rows.ts";

const row = (cells: Partial<RowCells>) => tidyCells({ ...NO_CELLS, ...cells });
const ADA = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example" };

test("IMPORT-07 one of the three names is enough, none is an error", () => {
  for (const name of [{ firstName: "Ada" }, { lastName: "Brandt" }, { name: "Ada Brandt" }]) {
    expect(problemsOf(row({ ...name, email: ADA.email }))).toEqual([]);
  }
  expect(problemsOf(row({ email: ADA.email }))).toEqual(["name_missing"]);
  expect(problemsOf(row({ firstName: "  ", name: "\u00a0\t", email: ADA.email }))).toEqual(["name_missing"]);
});

test("IMPORT-08 an address is needed, and must be one", () => {
  expect(problemsOf(row({ name: "Ada" }))).toEqual(["email_missing"]);
  for (const email of ["ada", "ada@ballad", "@ballad.example", "ada brandt@ballad.example", "ada@ballad..example", `${"a".repeat(250)}@ballad.example`]) {
    expect(problemsOf(row({ name: "Ada", email })), email).toEqual(["email_invalid"]);
  }
});

test("IMPORT-11 OP1-46 the two roles in any spelling, none for User, and no other", () => {
  expect(row({ ...ADA, role: "" })).toMatchObject({ role: "User" });
  expect(row({ ...ADA, role: " account admin " })).toMatchObject({ role: "Account Admin" });
  expect(row({ ...ADA, role: "ACCOUNT_ADMIN" })).toMatchObject({ role: "Account Admin" });
  expect(userOf(row({ ...ADA, role: "Account Admin" })).role).toBe("account_admin");
  expect(userOf(row(ADA)).role).toBe("user");
  for (const role of ["Partner", "Manager", "Admin", "constructor"]) expect(problemsOf(row({ ...ADA, role })), role).toEqual(["role_unknown"]);
  expect(row({ ...ADA, role: "Service desk" }).role).toBe("Service desk");
});

test("OP1-46 an empty NAME becomes first and last name joined", () => {
  expect(userOf(row(ADA)).name).toBe("Ada Brandt");
  expect(userOf(row({ firstName: "Ada", email: ADA.email })).name).toBe("Ada");
  expect(userOf(row({ lastName: "Brandt", email: ADA.email })).name).toBe("Brandt");
  expect(userOf(row({ ...ADA, name: "Ada B." })).name).toBe("Ada B.");
});

test("names that are too long for a user are told at their cell", () => {
  expect(problemsOf(row({ ...ADA, firstName: "a".repeat(101) }))).toEqual(["first_name_too_long"]);
  expect(problemsOf(row({ ...ADA, lastName: "b".repeat(101) }))).toEqual(["last_name_too_long"]);
  expect(problemsOf(row({ ...ADA, name: "c".repeat(202) }))).toEqual(["name_too_long"]);
  expect(problemsOf(row({ ...ADA, firstName: "a".repeat(100), lastName: "b".repeat(100), name: "c".repeat(201) }))).toEqual([]);
});

test("a row with several faults tells all of them", () => {
  expect(problemsOf(row({ email: "ada", role: "boss" }))).toEqual(["name_missing", "email_invalid", "role_unknown"]);
});

test("what can not be seen or stored does not make an address wrong or a name fail", () => {
  expect(row({ email: " mailto:ada.brandt@ballad.example\u200b" }).email).toBe(ADA.email);
  expect(row({ email: "\u202aada.brandt@ballad.example\u202c" }).email).toBe(ADA.email);
  expect(row({ name: "Ada\r\nBrandt\u0000" }).name).toBe("Ada Brandt");
  expect(row({ name: "Ada \ud800" }).name.isWellFormed()).toBe(true);
});

test("the address of the user is in lower case, as everywhere", () => {
  expect(userOf(row({ ...ADA, email: "Ada.Brandt@Ballad.Example" })).email).toBe(ADA.email);
});

/** The rules that a row of the spreadsheet must keep by itself (IMPORT-07, IMPORT-08, IMPORT-11), and the user it becomes. Pure. */
import type { Role } from "#lib/permissions/schemas.ts";
import { AddUserInput, Email, UpdateUserInput } from "#lib/users/schemas.ts";
import { IMPORT_FIELDS } from "./schemas.ts";
import type { ImportField, ImportRole, RowProblem } from "./schemas.ts";

/** The cells of a row, as text. */
export type RowCells = Record<ImportField, string>;

/** What can be wrong with a row whatever the others and the account hold. */
export type OwnProblem = Exclude<RowProblem, "email_taken" | "email_duplicate">;

const ROLES = new Map<string, { label: ImportRole; role: Role }>([
  ["user", { label: "User", role: "user" }],
  ["accountadmin", { label: "Account Admin", role: "account_admin" }],
]);

export const NO_CELLS: RowCells = { firstName: "", lastName: "", name: "", email: "", role: "" };

/** The cells as they are kept: without what can not be seen or stored, and with ROLE as it is written; an empty one is "User" (IMPORT-11). */
export function tidyCells(cells: RowCells): RowCells {
  const tidy = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, tidyText(cells[field])])) as RowCells;
  return { ...tidy, email: tidyEmail(tidy.email), role: tidy.role === "" ? "User" : (roleOf(tidy.role)?.label ?? tidy.role) };
}

const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

// Half a character pair or a zero byte can not be stored in PostgreSQL; line ends have no place in a name.
function tidyText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (!UNSEEN.test(whole)) return whole.trim();
  return whole
    .replaceAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g, "")
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim();
}

/** A link copied out of an address book is an address too. */
function tidyEmail(email: string): string {
  return email.replace(/^mailto:/i, "");
}

/** What is wrong with a tidy row by itself; empty when nothing is. */
export function problemsOf(cells: RowCells): OwnProblem[] {
  const problems: OwnProblem[] = [];
  const { firstName, lastName, name, email, role } = cells;
  if (firstName === "" && lastName === "" && name === "") problems.push("name_missing");
  // The same rules as for a user who is added alone.
  if (firstName !== "" && !AddUserInput.shape.firstName.safeParse(firstName).success) problems.push("first_name_too_long");
  if (lastName !== "" && !AddUserInput.shape.lastName.safeParse(lastName).success) problems.push("last_name_too_long");
  if (name !== "" && !UpdateUserInput.shape.name.safeParse(name).success) problems.push("name_too_long");
  if (email === "") problems.push("email_missing");
  else if (!Email.safeParse(email).success) problems.push("email_invalid");
  if (roleOf(role) === undefined) problems.push("role_unknown");
  return problems;
}

const MAX_ADDRESS = 254;

/** What makes two addresses the same, as the column `email_key` has it; empty for what is too long to be one. */
export function addressKey(email: string): string {
  return email.length > MAX_ADDRESS ? "" : email.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export type UserToAdd = { email: string; firstName: string; lastName: string; name: string; role: Role };

/** The user that a row without problems becomes: an empty NAME is first and last name joined (OP1-46). */
export function userOf({ firstName, lastName, name, email, role }: RowCells): UserToAdd {
  return { email: addressKey(email), firstName, lastName, name: name || `${firstName} ${lastName}`.trim(), role: roleOf(role)?.role ?? "user" };
}

function roleOf(text: string) {
  return ROLES.get(text.toLowerCase().replaceAll(/[\s_-]+/g, ""));
}

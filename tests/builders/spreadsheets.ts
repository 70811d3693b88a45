/** Spreadsheets of users for tests, as a person would fill them in. */
import { buffer } from "node:stream/consumers";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";

const COLUMNS = ["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE"].map((header) => ({ header }));

/** The cells of a row by the template's columns; what is left out is empty. */
export type UserRow = { firstName?: string; lastName?: string; name?: string; email?: string; role?: string };

function cellsOf({ firstName = "", lastName = "", name = "", email = "", role = "" }: UserRow): string[] {
  return [firstName, lastName, name, email, role];
}

/** The template filled in, saved as csv. */
export async function aCsvOf(rows: UserRow[]): Promise<Uint8Array> {
  return new Uint8Array(await buffer(writeCsv(COLUMNS, rows.map(cellsOf))));
}

/** The template filled in, saved as xlsx. */
export async function anXlsxOf(rows: UserRow[]): Promise<Uint8Array> {
  return new Uint8Array(await buffer(writeXlsx("Users", COLUMNS, rows.map(cellsOf))));
}

/** A text file as it stands. */
export function aTextFile(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** So many users with names and addresses of their own. */
export function usersNamed(count: number): UserRow[] {
  return Array.from({ length: count }, (_, index) => ({ firstName: `First${index}`, lastName: `Last${index}`, email: `user${index}@ballad.example`, role: index % 50 === 0 ? "Account Admin" : "User" }));
}

/** Finds the columns of the template in the header of a spreadsheet, in any order, case and spelling that people use. */
import { COLUMN_NAMES } from "./schemas.ts";
import type { ImportField } from "./schemas.ts";

const SPELLINGS = new Map<string, ImportField>([
  ["firstname", "firstName"],
  ["givenname", "firstName"],
  ["lastname", "lastName"],
  ["surname", "lastName"],
  ["familyname", "lastName"],
  ["name", "name"],
  ["fullname", "name"],
  ["displayname", "name"],
  ["email", "email"],
  ["emailaddress", "email"],
  ["mail", "email"],
  ["role", "role"],
]);

export type MatchedColumns = {
  /** Where in a row each field stands. */
  places: Partial<Record<ImportField, number>>;
  /** Columns that are no part of the template, or are there a second time. */
  leftOut: string[];
};

/** Matches the cells of a header; `e-mail`, `E_Mail` and ` EMAIL ` are the same. */
export function matchColumns(header: readonly string[]): MatchedColumns {
  const places: MatchedColumns["places"] = {};
  const leftOut: string[] = [];
  for (const [place, cell] of header.entries()) {
    const field = SPELLINGS.get(spellingOf(cell));
    if (field !== undefined && places[field] === undefined) places[field] = place;
    else if (cell !== "") leftOut.push(cell);
  }
  return { places, leftOut };
}

function spellingOf(cell: string): string {
  return cell
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s_.:*-]+/g, "");
}

const NAMED_IN_REFUSAL = 5;

/**
 * Why a header can not be used, in a sentence; null when it can (OP1-46). Without EMAIL, or without any column for a name,
 * every row would be in error: it is then no header, or that of another kind of file.
 */
export function refusalOfHeader(header: readonly string[], { places }: MatchedColumns, fileName: string): string | null {
  const hasName = places.firstName !== undefined || places.lastName !== undefined || places.name !== undefined;
  if (places.email !== undefined && hasName) return null;
  const { firstName, lastName, name, email } = COLUMN_NAMES;
  const found = header.filter((cell) => cell !== "").map((cell) => `“${shortened(cell)}”`);
  const more = found.length > NAMED_IN_REFUSAL ? ` and ${found.length - NAMED_IN_REFUSAL} more` : "";
  return `The first row of “${fileName}” must hold the names of the columns: ${email} and at least one of ${firstName}, ${lastName} and ${name}. It holds ${found.slice(0, NAMED_IN_REFUSAL).join(", ")}${more}. The spreadsheet template has the right ones.`;
}

function shortened(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}

/** What is wrong with a cell, in the words of the person who corrects it. Pure. */
import { COLUMN_NAMES, IMPORT_ROLES } from "./schemas.ts";
import type { CellError, ImportField, RowProblem } from "./schemas.ts";

/** Rows with the same address that are named; of a longer list the end is not. */
export const NAMED_DUPLICATES = 5;

type Described = { field: ImportField; message: string };

const NAMES = `${COLUMN_NAMES.firstName}, ${COLUMN_NAMES.lastName} or ${COLUMN_NAMES.name}`;

const DESCRIBED: Record<Exclude<RowProblem, "email_duplicate">, Described> = {
  name_missing: { field: "name", message: `Fill in at least one of ${NAMES}.` },
  first_name_too_long: { field: "firstName", message: "At most 100 characters." },
  last_name_too_long: { field: "lastName", message: "At most 100 characters." },
  name_too_long: { field: "name", message: "At most 201 characters." },
  email_missing: { field: "email", message: "Enter an e-mail address." },
  email_invalid: { field: "email", message: "This is not a valid e-mail address, like name@company.com." },
  email_taken: { field: "email", message: "A user of this account has this address already." },
  role_unknown: { field: "role", message: `Choose ${IMPORT_ROLES.join(" or ")}.` },
};

/** A problem at its cell. `sameAs`: the rows that share the address, which a duplicate names (OP1-45). */
export function describeProblem(code: RowProblem, sameAs: readonly number[]): CellError {
  return code === "email_duplicate" ? { code, field: "email", message: `The same address is in ${rowsInWords(sameAs)}.` } : { code, ...DESCRIBED[code] };
}

const LIST = new Intl.ListFormat("en");

function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const named = rows.slice(0, NAMED_DUPLICATES).map(String);
  return `rows ${LIST.format(rows.length > NAMED_DUPLICATES ? [...named, "others"] : named)}`;
}

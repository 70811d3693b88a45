import { z } from "zod";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import type { SpreadsheetColumn } from "#lib/spreadsheets/columns.ts";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { COLUMN_NAMES, IMPORT_FIELDS, IMPORT_ROLES } from "./schemas.ts";

/** The columns of the template; ROLE offers its values in a drop-down (IMPORT-05, IMPORT-11). */
export const TEMPLATE_COLUMNS: SpreadsheetColumn[] = IMPORT_FIELDS.map((field) => ({ header: COLUMN_NAMES[field], ...(field === "role" && { choices: [...IMPORT_ROLES] }) }));

export const FileFormat = z.enum(["xlsx", "csv"]).default("xlsx");

/** A spreadsheet of users as a file to download. */
export function usersFile(format: z.infer<typeof FileFormat>, name: string, columns: SpreadsheetColumn[], rows: Iterable<string[]> | AsyncIterable<string[]>): FileAnswer {
  if (format === "csv") return { fileName: `${name}.csv`, contentType: "text/csv; charset=utf-8", body: writeCsv(columns, rows) };
  return { fileName: `${name}.xlsx`, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: writeXlsx("Users", columns, rows) };
}

/** The empty spreadsheet to be filled in (IMPORT-04). */
export const getTemplate = operation({
  name: "imports.get-template",
  summary: "The spreadsheet template for an import of users",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "read",
  input: z.object({ format: FileFormat }),
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/imports/template" },
  run: async (_, { format }) => usersFile(format, "users-template", TEMPLATE_COLUMNS, []),
});

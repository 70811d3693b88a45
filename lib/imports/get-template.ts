import { z } from "zod";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import type { SpreadsheetColumn } from "#lib/spreadsheets/columns.ts";
import { spreadsheetFile } from "#lib/spreadsheets/spreadsheet-file.ts";
import { COLUMN_NAMES, IMPORT_FIELDS, IMPORT_ROLES } from "./schemas.ts";

/** The columns of the template; ROLE offers its values in a drop-down (IMPORT-05, IMPORT-11). */
export const TEMPLATE_COLUMNS: SpreadsheetColumn[] = IMPORT_FIELDS.map((field) => ({ header: COLUMN_NAMES[field], ...(field === "role" && { choices: [...IMPORT_ROLES] }) }));

export const FileFormat = z.enum(["xlsx", "csv"]).default("xlsx");

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
  run: async (_, { format }) => spreadsheetFile(format, { name: "users-template", sheet: "Users" }, TEMPLATE_COLUMNS, []),
});

/** Imports of users as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

/** The columns of the spreadsheet, in the order of the template. */
export const IMPORT_FIELDS = ["firstName", "lastName", "name", "email", "role"] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The header of the template (IMPORT-05). */
export const COLUMN_NAMES: Record<ImportField, string> = { firstName: "FIRST NAME", lastName: "LAST NAME", name: "NAME", email: "EMAIL", role: "ROLE" };

/** What ROLE accepts; custom roles can not be imported (IMPORT-11, OP1-46). */
export const IMPORT_ROLES = ["User", "Account Admin"] as const;
export type ImportRole = (typeof IMPORT_ROLES)[number];

/** Enough for 100,000 rows in any format; more is refused before it is kept. */
export const MAX_IMPORT_BYTES = 25 * 1024 * 1024;

/**
 * - `reading`: the file is being parsed
 * - `refused`: the file as a whole can not be used
 * - `preview`: rows can be corrected, and uploaded
 * - `uploading`: the valid rows are being added as users
 * - `done`: no row is left
 * - `cancelled`: ended by a person; the rows that were left are gone
 */
export const IMPORT_STATUSES = ["reading", "refused", "preview", "uploading", "done", "cancelled"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const UNDO_STATES = ["none", "working", "done"] as const;

export const ROW_PROBLEMS = [
  "name_missing",
  "first_name_too_long",
  "last_name_too_long",
  "name_too_long",
  "email_missing",
  "email_invalid",
  "email_taken",
  "email_duplicate",
  "role_unknown",
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

export const ImportWarning = z.object({ code: z.string(), message: z.string() });
export type ImportWarning = z.infer<typeof ImportWarning>;

/** Users who are not deleted when an import is taken back: they have registered, have services or a run under way, or come from another system by now. */
export const KeptUsers = z.object({ reason: z.enum(["registered", "services", "other_source"]), count: z.number().int(), examples: z.array(z.string()) });
export type KeptUsers = z.infer<typeof KeptUsers>;

export const ImportView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  status: z.enum(IMPORT_STATUSES),
  undo: z.enum(UNDO_STATES),
  /** Why the file was refused, in a sentence; empty otherwise. */
  refusal: z.string(),
  warnings: z.array(ImportWarning),
  /** Rows that are in the preview, and those of them that are in error. */
  rowCount: z.number().int(),
  errorCount: z.number().int(),
  /** Users that were added, and those of them that were taken back. */
  addedCount: z.number().int(),
  removedCount: z.number().int(),
  kept: z.array(KeptUsers),
  /** What is done of the work that is under way; `progressOf` is 0 while that is not known. */
  progress: z.number().int(),
  progressOf: z.number().int(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

export const ImportPage = listPage(ImportView);
export type ImportPage = z.infer<typeof ImportPage>;

export const CellError = z.object({ field: z.enum(IMPORT_FIELDS), code: z.enum(ROW_PROBLEMS), message: z.string() });
export type CellError = z.infer<typeof CellError>;

export const ImportRowView = z.object({
  /** The row number that the spreadsheet program shows; names the row within its import. */
  position: z.number().int(),
  version: z.number().int(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  /** Empty when the row can be added. */
  errors: z.array(CellError),
});
export type ImportRowView = z.infer<typeof ImportRowView>;

/** Rows of the preview beside the import they belong to. */
export const ImportRowPage = listPage(ImportRowView).extend({ import: ImportView });
export type ImportRowPage = z.infer<typeof ImportRowPage>;

const ROW_STATES = ["errors"] as const;

/** Searched by part of the name of the file, or of who uploaded it. */
export const FindImportsInput = ListQuery;

export const FindImportRowsInput = ListQuery.pick({ size: true, after: true, before: true }).extend({
  importId: z.uuid(),
  /** "errors": only rows with errors. */
  rows: z.enum(ROW_STATES).optional(),
});

export const AddImportInput = z.object({
  fileName: z
    .string()
    .trim()
    .transform((name) => name.split(/[\\/]/).at(-1) ?? "")
    .pipe(z.string().min(1, "The file has no name.").max(200, "The name of the file has more than 200 characters.")),
  file: z.instanceof(Uint8Array),
});

/** `reopened`: this very file has an import that is not finished, which is given instead of a second one. */
export const AddedImport = z.object({ import: ImportView, reopened: z.boolean() });
export type AddedImport = z.infer<typeof AddedImport>;

const MAX_CELL = 1_000;
const Cell = z.string().max(MAX_CELL, `At most ${MAX_CELL} characters.`);
const cells = { firstName: Cell, lastName: Cell, name: Cell, email: Cell, role: Cell };

/** Only the cells that are given are changed; `version` is the one of the row they were typed into. */
export const UpdateImportRowInput = z.object({ importId: z.uuid(), position: z.coerce.number().int(), version: z.number().int(), ...z.object(cells).partial().shape });

export const AddImportRowInput = z.object({ importId: z.uuid(), ...z.object(cells).partial().shape });

/** The import after a row was changed, and the rows whose state may have changed with it; the row itself is first, unless it was deleted. */
export const RowChange = z.object({ import: ImportView, rows: z.array(ImportRowView) });
export type RowChange = z.infer<typeof RowChange>;

/** What taking an import back would do. */
export const UndoEffect = z.object({ removable: z.number().int(), kept: z.array(KeptUsers) });
export type UndoEffect = z.infer<typeof UndoEffect>;

import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { spreadsheetFile } from "#lib/spreadsheets/spreadsheet-file.ts";
import { FileFormat, TEMPLATE_COLUMNS } from "./get-template.ts";
import { readImport } from "./import-view.ts";
import { ROW_COLUMNS, rowConditions, toRowView } from "./row-view.ts";
import type { RowColumns } from "./row-view.ts";
import { FindImportRowsInput, IMPORT_FIELDS } from "./schemas.ts";

const ROWS_AT_A_TIME = 1_000;

/** The rows that are left, each with what is wrong with it, as a file that can be corrected and uploaded again (pains 1, 2). */
export const exportImportRows = operation({
  name: "imports.export-rows",
  summary: "Download the rows of an import that wait for review, with what is wrong with them",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "read",
  input: FindImportRowsInput.pick({ importId: true, rows: true }).extend({ format: FileFormat }),
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/imports/{importId}/rows/export" },
  async run({ account, db }, { importId, rows, format }) {
    const { fileName } = await readImport(db, account.id, importId);
    const where = rowConditions(account.id, importId);
    if (rows === "errors") where.push(Prisma.sql`not r.valid`);
    const name = `${fileName.replace(/\.[^.]*$/, "")} - rows left`;
    return spreadsheetFile(format, { name, sheet: "Users" }, [...TEMPLATE_COLUMNS, { header: "ERRORS" }], rowsOf(db, where));
  },
});

async function* rowsOf(db: Db, where: Prisma.Sql[]): AsyncGenerator<string[]> {
  for (let after = 0, more = true; more; ) {
    const rows = await db.$queryRaw<RowColumns[]>`
      select ${ROW_COLUMNS} from user_import_rows r where ${Prisma.join(where, " and ")} and r.position > ${after} order by r.position limit ${ROWS_AT_A_TIME}`;
    for (const row of rows.map(toRowView)) yield [...IMPORT_FIELDS.map((field) => row[field]), row.errors.map(({ message }) => message).join(" ")];
    more = rows.length === ROWS_AT_A_TIME;
    after = rows.at(-1)?.position ?? after;
  }
}

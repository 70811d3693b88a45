import { Prisma } from "#lib/db/generated/client.ts";
import { findPage, toListPage } from "#lib/lists/find-page.ts";
import type { Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { readImport } from "./import-view.ts";
import { ROW_COLUMNS, rowConditions, toRowView } from "./row-view.ts";
import type { RowColumns } from "./row-view.ts";
import { FindImportRowsInput, ImportRowPage } from "./schemas.ts";

const BY_POSITION: Sort = { expression: Prisma.sql`r.position`, type: "integer" };

/** The rows of an import in the order of the file, or only those that are in error, beside the import itself. */
export const findImportRows = operation({
  name: "imports.find-rows",
  summary: "List the rows of an import that wait for review",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "read",
  input: FindImportRowsInput,
  output: ImportRowPage,
  http: { method: "GET", path: "/accounts/{accountId}/imports/{importId}/rows" },
  async run({ account, db }, { importId, rows, size, after, before }) {
    const where = rowConditions(account.id, importId);
    if (rows === "errors") where.push(Prisma.sql`not r.valid`);
    const [found, page] = await Promise.all([
      readImport(db, account.id, importId),
      // The number of a row is all there is to order by; the import, the same for all, stands in for the tie breaker.
      findPage<RowColumns>(db, { select: ROW_COLUMNS, from: Prisma.sql`user_import_rows r`, where, sort: BY_POSITION, descending: false, id: Prisma.sql`r.import_id`, size, after, before }),
    ]);
    const total = rows === "errors" ? found.errorCount : found.rowCount;
    return { ...toListPage(page, { total, totalIsExact: true }, toRowView), import: found };
  },
});

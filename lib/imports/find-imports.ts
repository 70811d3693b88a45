import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { IMPORT_COLUMNS, toImportView } from "./import-view.ts";
import type { ImportColumns } from "./import-view.ts";
import { FindImportsInput, ImportPage } from "./schemas.ts";

// Those that wait for somebody stand first, as if they were made a century later; an account has too few imports to need an index for it.
const OPEN_FIRST: Sort = {
  expression: Prisma.sql`case when i.status in ('reading', 'preview', 'uploading') or i.undo = 'working' then i.created_at + interval '100 years' else i.created_at end`,
  type: "timestamptz",
};

/** The imports of an account, open ones first, then the latest. */
export const findImports = operation({
  name: "imports.find",
  summary: "List the imports of an account, open ones first",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "read",
  input: FindImportsInput,
  output: ImportPage,
  http: { method: "GET", path: "/accounts/{accountId}/imports" },
  async run({ account, db }, { search, ...place }) {
    const request = importRequest(account.id, search);
    const [page, total] = await Promise.all([findPage<ImportColumns>(db, { ...request, ...place }), countUpToCap(db, request.from, request.where)]);
    return toListPage(page, total, toImportView);
  },
});

/** The imports of an account that a search means, in their order. */
export function importRequest(accountId: string, search: string | undefined): ListRequest {
  const where = [Prisma.sql`i.account_id = ${accountId}::uuid`];
  if (search) where.push(Prisma.sql`lower(concat_ws(chr(10), i.file_name, i.created_by_name)) like ${containsPattern(search)}`);
  return {
    select: IMPORT_COLUMNS,
    from: Prisma.sql`user_imports i`,
    where,
    sort: OPEN_FIRST,
    descending: true,
    id: Prisma.sql`i.id`,
  };
}

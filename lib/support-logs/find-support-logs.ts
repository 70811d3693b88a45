import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { COUNT_CAP, findPage, toListPage } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindSupportLogsInput, SupportLogPage } from "./schemas.ts";
import type { Product } from "./schemas.ts";
import { LOG_TABLE, logRequest, toSupportLogItem } from "./support-log-filter.ts";
import type { SupportLogRow } from "./support-log-filter.ts";

/** How far back an issue still makes its application a choice of the filter (LOGS-09). */
const RECENT_DAYS = 60;

/** The list of support logs of an account, newest first (LOGS-04 to LOGS-10). Two queries at the same time. */
export const findSupportLogs = operation({
  name: "support-logs.find",
  summary: "List the support logs of an account",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindSupportLogsInput,
  output: SupportLogPage,
  http: { method: "GET", path: "/accounts/{accountId}/support-logs" },
  async run({ account, db, now }, { size, after, before, ...asked }) {
    const request = logRequest(account.id, asked);
    const [page, { count, products }] = await Promise.all([findPage<SupportLogRow>(db, { ...request, size, after, before }), readFigures(db, account.id, request.where, now)]);
    return { ...toListPage(page, { total: Math.min(count, COUNT_CAP), totalIsExact: count <= COUNT_CAP }, toSupportLogItem), products };
  },
});

async function readFigures(db: Db, accountId: string, where: Prisma.Sql[], now: Date): Promise<{ count: number; products: Product[] }> {
  const since = new Date(now.getTime() - RECENT_DAYS * 24 * 60 * 60 * 1_000);
  const [row] = await readRows<{ count: number; products: Product[] }>(
    db,
    Prisma.sql`
    select (select count(*)::int from (select 1 from ${LOG_TABLE} where ${Prisma.join(where, " and ")} limit ${COUNT_CAP + 1}) as matches) as count,
           array(select distinct r.product collate "C" from support_logs r where r.account_id = ${accountId}::uuid and r.created_at > ${since}::timestamptz order by 1) as products`,
  );
  return row!;
}

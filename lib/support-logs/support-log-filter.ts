/** Which logs a search and a filter mean, and in which order, as parts of a query. */
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { FindSupportLogsInput, Product, SupportLogColumn, SupportLogFilter, SupportLogItem, SupportLogState } from "./schemas.ts";

export const LOG_TABLE = Prisma.sql`support_logs s`;
const COLUMNS = Prisma.sql`s.id::text, s.product, s.created_at, s.reporter_email, s.title, s.state`;

const SORTS: Record<SupportLogColumn, Sort> = {
  product: { expression: Prisma.sql`s.product collate "C"`, type: "text" },
  created: { expression: Prisma.sql`s.created_at`, type: "timestamptz" },
  reporter: { expression: Prisma.sql`s.reporter_email collate "C"`, type: "text" },
  title: { expression: Prisma.sql`s.title_key`, type: "text" },
  state: { expression: Prisma.sql`s.state collate "C"`, type: "text" },
};

export type SupportLogRow = { id: string; product: Product; created_at: Date; reporter_email: string; title: string; state: SupportLogState };

/** All conditions of a filter, always with the account first. A search looks at titles only (LOGS-06, LOGS-07). */
function logConditions(accountId: string, { search, product, state }: SupportLogFilter): Prisma.Sql[] {
  const conditions = [Prisma.sql`s.account_id = ${accountId}::uuid`];
  if (search) conditions.push(Prisma.sql`s.title_key like ${containsPattern(search)}`);
  if (product) conditions.push(Prisma.sql`s.product = ${product}`);
  if (state) conditions.push(Prisma.sql`s.state = ${state}`);
  return conditions;
}

/** The logs that a filter means, in their order. */
export function logRequest(accountId: string, { sort, ...filter }: SupportLogFilter & Pick<FindSupportLogsInput, "sort">): ListRequest {
  const column = sort.replace("-", "") as SupportLogColumn;
  return { select: COLUMNS, from: LOG_TABLE, where: logConditions(accountId, filter), sort: SORTS[column], descending: sort.startsWith("-"), id: Prisma.sql`s.id` };
}

/** A row of the list. */
export function toSupportLogItem(row: SupportLogRow): SupportLogItem {
  const { id, product, title, state } = row;
  return { id, product, title, state, createdAt: row.created_at.toISOString(), reporterEmail: row.reporter_email };
}

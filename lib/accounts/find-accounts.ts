import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { customersOf } from "./customers-of.ts";
import { AccountPage, FindAccountsInput } from "./schemas.ts";
import type { AccountListItem } from "./schemas.ts";

const SORT: Record<string, Sort> = {
  name: { expression: Prisma.sql`a.name_key`, type: "text" },
  modified: { expression: Prisma.sql`a.modified_at`, type: "timestamptz" },
};

export type AccountRow = { id: string; kind: "partner" | "customer"; status: "active" | "deactivated"; name: string; city: string; country: string; user_count: number; modified_at: Date; modified_by: string };

/** The customer accounts of the partner account, whoever of it made them (ACCT-01 to ACCT-04). */
export const findAccounts = operation({
  name: "accounts.find",
  summary: "List the customer accounts of the partner",
  permission: [{ feature: "accounts", action: "view" }],
  scope: "partner",
  kind: "read",
  input: FindAccountsInput,
  output: AccountPage,
  http: { method: "GET", path: "/accounts" },
  async run({ actor, db }, { size, after, before, ...asked }) {
    const request = accountRequest(actor, asked);
    const [rows, total] = await Promise.all([findPage<AccountRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toAccountListItem);
  },
});

/** The customer accounts of a partner that a search means, in their order. */
export function accountRequest(partner: Person, { search, status, sort }: Pick<FindAccountsInput, "search" | "status" | "sort">): ListRequest {
  const where = [customersOf(partner), Prisma.sql`a.status = ${status}`];
  if (search) where.push(Prisma.sql`a.name_key like ${containsPattern(search)}`);
  return {
    select: Prisma.sql`a.id::text, a.kind, a.status, a.name, a.city, a.country, a.user_count, a.modified_at, a.modified_by`,
    from: Prisma.sql`accounts a`,
    where,
    sort: SORT[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`a.id`,
  };
}

/** A row of the list. */
export function toAccountListItem(row: AccountRow): AccountListItem {
  const { id, kind, status, name, city, country } = row;
  return { id, kind, status, name, city, country, userCount: row.user_count, modifiedAt: row.modified_at.toISOString(), modifiedBy: row.modified_by };
}

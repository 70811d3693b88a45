import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { accountsOfTab, readManagers, sharedBy } from "./account-shares.ts";
import { FindManagedAccountsInput, ManagedAccountPage } from "./schemas.ts";
import type { ManagedAccountView } from "./schemas.ts";

const SORTS = {
  name: { expression: Prisma.sql`a.name_key`, type: "text" },
  modified: { expression: Prisma.sql`a.modified_at`, type: "timestamptz" },
} as const;

export type ManagedAccountRow = Omit<ManagedAccountView, "modifiedAt"> & { modifiedAt: Date };

/** The accounts that the chosen managers all have, that some of them have, or that none has (AMGR-14, AMGR-15, AMGR-18 to AMGR-23). */
export const findManagedAccounts = operation({
  name: "account-managers.find-accounts",
  summary: "List accounts by how far they are assigned to account managers",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "read",
  input: FindManagedAccountsInput,
  output: ManagedAccountPage,
  http: { method: "GET", path: "/account-managers/accounts" },
  async run({ actor: { accountId }, db }, { size, after, before, ...asked }) {
    const { managers } = asked;
    const request = managedAccountRequest(accountId, asked);
    const people = await readManagers(db, accountId, managers, "look");
    const [rows, total, [figures]] = await Promise.all([
      findPage<ManagedAccountRow>(db, { ...request, size, after, before }),
      countUpToCap(db, request.from, request.where),
      db.$queryRaw<[{ all: number; some: number; none: number }]>`
        select count(*) filter (where ${sharedBy(accountId, managers, "all")})::int as all,
               count(*) filter (where ${sharedBy(accountId, managers, "some")})::int as some,
               count(*) filter (where ${sharedBy(accountId, managers, "none")})::int as none
          from accounts a where a.partner_id = ${accountId}::uuid`,
    ]);
    return { ...toListPage(rows, total, toManagedAccount), figures, people };
  },
});

type Asked = Pick<FindManagedAccountsInput, "managers" | "search" | "share" | "sort">;

/** The accounts of a tab in their order. */
export function managedAccountRequest(partnerId: string, { managers, search, share, sort }: Asked): ListRequest {
  return {
    select: Prisma.sql`a.id::text, a.name, a.modified_at as "modifiedAt", a.modified_by as "modifiedBy",
      (select coalesce(array_agg(u.name order by u.name_key), '{}') from managed_accounts m join users u on u.account_id = m.account_id and u.id = m.user_id
        where m.account_id = ${partnerId}::uuid and m.managed_account_id = a.id) as managers`,
    from: Prisma.sql`accounts a`,
    where: accountsOfTab(partnerId, managers, { search, share }),
    sort: SORTS[sort.replace("-", "") as keyof typeof SORTS],
    descending: sort.startsWith("-"),
    id: Prisma.sql`a.id`,
  };
}

/** A row of the list. */
export function toManagedAccount({ id, name, modifiedAt, modifiedBy, managers }: ManagedAccountRow): ManagedAccountView {
  return { id, name, modifiedAt: modifiedAt.toISOString(), modifiedBy, managers };
}

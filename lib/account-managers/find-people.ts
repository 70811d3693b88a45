import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { searchCondition } from "#lib/users/user-filter.ts";
import { FindPartnerPeopleInput, PartnerPeoplePage } from "./schemas.ts";
import type { PartnerPerson } from "./schemas.ts";

const SORTS: Record<string, Sort> = {
  name: { expression: Prisma.sql`u.name_key`, type: "text" },
  modified: { expression: Prisma.sql`u.modified_at`, type: "timestamptz" },
};

export type PersonRow = Omit<PartnerPerson, "modifiedAt"> & { modifiedAt: Date };

/** The partners of the partner account: account managers, or administrators, who see all accounts (AMGR-03 to AMGR-07). */
export const findPartnerPeople = operation({
  name: "account-managers.find",
  summary: "List the account managers or the administrators of the partner account",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "read",
  input: FindPartnerPeopleInput,
  output: PartnerPeoplePage,
  http: { method: "GET", path: "/account-managers" },
  async run({ actor, db }, { size, after, before, ...asked }) {
    const request = peopleRequest(actor, asked);
    const [rows, total, groups] = await Promise.all([
      findPage<PersonRow>(db, { ...request, size, after, before }),
      countUpToCap(db, request.from, request.where),
      db.user.groupBy({ by: ["accountManager"], where: { accountId: actor.accountId, role: "partner" }, _count: true }),
    ]);
    const count = (accountManager: boolean) => groups.find((group) => group.accountManager === accountManager)?._count ?? 0;
    return { ...toListPage(rows, total, toPartnerPerson), figures: { managers: count(true), administrators: count(false) } };
  },
});

/** The people of a tab that a search means, in their order. */
export function peopleRequest(reader: Person, { kind, search, sort }: Pick<FindPartnerPeopleInput, "kind" | "search" | "sort">): ListRequest {
  const where = [Prisma.sql`u.account_id = ${reader.accountId}::uuid`, Prisma.sql`u.role = 'partner'`, Prisma.sql`u.account_manager = ${kind === "managers"}`];
  if (search) where.push(searchCondition(search));
  return {
    select: Prisma.sql`u.id::text, u.name, u.email, u.modified_at as "modifiedAt", u.modified_by as "modifiedBy", u.id = ${reader.userId}::uuid as "isSelf",
      (select count(*)::int from managed_accounts m where m.account_id = u.account_id and m.user_id = u.id) as "managedAccounts"`,
    from: Prisma.sql`users u`,
    where,
    sort: SORTS[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`u.id`,
  };
}

/** A row of the list. */
export function toPartnerPerson({ modifiedAt, ...row }: PersonRow): PartnerPerson {
  return { ...row, modifiedAt: modifiedAt.toISOString() };
}

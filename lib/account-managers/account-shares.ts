/** How far the accounts of a partner are assigned to some of the account managers. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { AccountSelection, Share } from "./schemas.ts";

/** How many of the chosen managers have the account `a`. */
function holders(partnerId: string, managerIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(select count(*) from managed_accounts m where m.account_id = ${partnerId}::uuid and m.managed_account_id = a.id and m.user_id = any(${[...managerIds]}::uuid[]))`;
}

/** The accounts of one tab, as a condition on `a` (AMGR-21 to AMGR-23). */
export function sharedBy(partnerId: string, managerIds: readonly string[], share: Share): Prisma.Sql {
  const count = holders(partnerId, managerIds);
  if (share === "none") return Prisma.sql`${count} = 0`;
  const all = Prisma.sql`${count} = ${managerIds.length}`;
  return share === "all" ? all : Prisma.sql`${count} > 0 and not ${all}`;
}

/** The accounts of a partner in a tab that a search means. */
export function accountsOfTab(partnerId: string, managerIds: readonly string[], { search, share }: { search?: string | undefined; share: Share }): Prisma.Sql[] {
  const where = [Prisma.sql`a.partner_id = ${partnerId}::uuid`, sharedBy(partnerId, managerIds, share)];
  return search ? [...where, Prisma.sql`a.name_key like ${containsPattern(search)}`] : where;
}

/** The same for a selection; accounts of somebody else match nothing. */
export function selectedAccounts(partnerId: string, managerIds: readonly string[], selection: AccountSelection): Prisma.Sql[] {
  if (selection.mode === "some") return [Prisma.sql`a.partner_id = ${partnerId}::uuid`, Prisma.sql`a.id = any(${selection.ids}::uuid[])`];
  const where = accountsOfTab(partnerId, managerIds, selection.filter);
  return selection.except.length > 0 ? [...where, Prisma.sql`a.id <> all(${selection.except}::uuid[])`] : where;
}

export type Manager = { id: string; name: string };

/**
 * The chosen managers, in the order of their names; locked when their accounts are about to change.
 * @throws OperationError not_found when one of them is not an account manager of the partner account
 */
export async function readManagers(db: Db, partnerId: string, managerIds: readonly string[], lock: "lock" | "look"): Promise<Manager[]> {
  const people = await db.$queryRaw<Manager[]>`
    select u.id::text, u.name from users u
     where u.account_id = ${partnerId}::uuid and u.role = 'partner' and u.account_manager and u.id = any(${[...managerIds]}::uuid[])
     order by u.name_key, u.id ${lock === "lock" ? Prisma.sql`for update` : Prisma.empty}`;
  if (people.length < new Set(managerIds).size) throw notFound("One of the account managers");
  return people;
}

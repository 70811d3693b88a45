import { Prisma } from "#lib/db/generated/client.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";

/**
 * What of a partner's own history its account managers see: nothing that is about a customer who is not assigned to them, nor
 * what names several customers at once (AMGR-08). Everybody else sees all of an account whose history they may open.
 * @returns conditions on the events, called "e"
 */
export function seenBy({ accountId, userId, accountManager }: Person, account: AccountInView): Prisma.Sql[] {
  if (!accountManager || account.kind !== "partner") return [];
  const managed = Prisma.sql`select m.managed_account_id from managed_accounts m where m.account_id = ${accountId}::uuid and m.user_id = ${userId}::uuid`;
  return [
    Prisma.sql`(e.asset_kind <> 'account' or e.asset_id = ${account.id} or e.asset_id in (select managed_account_id::text from (${managed}) as own))`,
    Prisma.sql`(e.asset_kind <> 'order' or e.asset_id in (
      select o.id::text from orders o where o.account_id = ${accountId}::uuid and (o.assigned_account_id is null or o.assigned_account_id in (${managed}))))`,
    Prisma.sql`e.details -> 'accounts' is null`,
  ];
}

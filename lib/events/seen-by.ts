import { Prisma } from "#lib/db/generated/client.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";

/**
 * What of a partner's own history its account managers see: nothing that is about a customer who is not assigned to them, nor
 * what names several customers at once (AMGR-08). Everybody else sees all of an account whose history they may open.
 * @returns conditions on the events, called "e"
 */
export function seenBy({ accountId, userId, accountManager }: Person, account: AccountInView): Prisma.Sql[] {
  if (!accountManager || account.kind !== "partner") return [];
  return [
    Prisma.sql`(e.asset_kind <> 'account' or e.asset_id = ${account.id}
      or e.asset_id in (select m.managed_account_id::text from managed_accounts m where m.account_id = ${accountId}::uuid and m.user_id = ${userId}::uuid))`,
    Prisma.sql`e.details -> 'accounts' is null`,
  ];
}

import type { Db } from "#lib/db/client.ts";

export type Told = { accountId: string; userId: string; email: string };

/**
 * Who is told of orders: partners who may see them, of account managers those of the account, and the admins of the account who
 * may see its subscriptions, which those of a Prime Partner's do not (SUBS-10). Who has not registered, or is inactive, has nowhere to be told.
 * @param companyId the account that the orders are assigned to; null for unassigned ones, of which partners alone are told
 */
export async function peopleToTell(db: Db, partnerId: string, companyId: string | null): Promise<Told[]> {
  return db.$queryRaw<Told[]>`
    select u.account_id::text as "accountId", u.id::text as "userId", u.email
      from users u join accounts a on a.id = u.account_id and a.status = 'active'
      join accounts p on p.id = ${partnerId}::uuid
      left join custom_roles r on r.account_id = ${partnerId}::uuid and r.id = u.custom_role_id
     where u.registered_at is not null and u.disabled_at is null
       and ((u.account_id = ${partnerId}::uuid and u.role = 'partner' and (r.id is null or 'orders.view' = any(r.grants))
             and (not u.account_manager or ${companyId}::uuid is null
                  or exists (select from managed_accounts m where m.account_id = u.account_id and m.user_id = u.id and m.managed_account_id = ${companyId}::uuid)))
         or (u.account_id = ${companyId}::uuid and not p.prime_partner and u.role = 'account_admin' and (r.id is null or 'subscriptions.view' = any(r.grants))))
     order by u.account_id, u.id`;
}

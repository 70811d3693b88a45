import { Prisma } from "#lib/db/generated/client.ts";
import type { Person } from "#lib/operations/actor.ts";

type Partner = Pick<Person, "accountId" | "userId" | "accountManager">;

/**
 * The customer accounts of a partner, as a condition: all of the partner account, and for an account manager the assigned ones
 * (AMGR-08). Whatever lists, counts or searches accounts of a partner asks this.
 * @param alias what the query calls the table `accounts`
 */
export function customersOf(partner: Partner, alias: Prisma.Sql = Prisma.sql`a`): Prisma.Sql {
  const ofPartner = Prisma.sql`${alias}.partner_id = ${partner.accountId}::uuid`;
  return partner.accountManager ? Prisma.sql`${ofPartner} and ${isManaged(partner, Prisma.sql`${alias}.id`)}` : ofPartner;
}

/**
 * The same for rows that carry the number of a customer account beside that of its partner, as users do.
 * @param alias what the query calls the table, which has the columns `account_id` and `partner_id`
 */
export function ofCustomers(partner: Partner, alias: Prisma.Sql): Prisma.Sql {
  const ofPartner = Prisma.sql`${alias}.partner_id = ${partner.accountId}::uuid`;
  return partner.accountManager ? Prisma.sql`${ofPartner} and ${isManaged(partner, Prisma.sql`${alias}.account_id`)}` : ofPartner;
}

function isManaged({ accountId, userId }: Partner, customer: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from managed_accounts m where m.account_id = ${accountId}::uuid and m.user_id = ${userId}::uuid and m.managed_account_id = ${customer})`;
}

/** The states of orders as conditions on rows `o` of the table; what they mean stands in status.ts. */
import { Prisma } from "#lib/db/generated/client.ts";
import { EXPIRING_DAYS } from "./status.ts";

/** Its licenses can be used on the day, once it is assigned. */
export function isRunningOn(today: string): Prisma.Sql {
  return Prisma.sql`o.cancelled_on is null and o.starts_on <= ${today}::date and (o.expires_on is null or o.expires_on >= ${today}::date)`;
}

/** ORDER-13: near its last day, and not past it. */
export function isExpiringOn(today: string): Prisma.Sql {
  return Prisma.sql`(${isRunningOn(today)} and o.expires_on <= ${today}::date + ${EXPIRING_DAYS}::int)`;
}

/** It can be given to an account. */
export function isAssignableOn(today: string): Prisma.Sql {
  return Prisma.sql`(o.assigned_account_id is null and ${isRunningOn(today)})`;
}

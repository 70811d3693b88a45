import { Prisma } from "#lib/db/generated/client.ts";
import { COUNT_CAP } from "#lib/lists/find-page.ts";

/**
 * SQL that counts the users who have a role, up to the cap.
 * @param roles which roles of `r`, e.g. those of one template
 */
export function usersWithRole(roles: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select count(*)::int
    from (select 1 from service_roles r join users u on u.account_id = r.account_id and u.service_role_id = r.id where ${roles} limit ${COUNT_CAP + 1}) as holders)`;
}

/** The count as views tell it: no more than the cap, and whether it is all. */
export function cappedUserCount(counted: number): { userCount: number; userCountIsExact: boolean } {
  return { userCount: Math.min(counted, COUNT_CAP), userCountIsExact: counted <= COUNT_CAP };
}

/** The count as a file writes it: "10000+" where there are more than were counted. */
export function userCountInWords({ userCount, userCountIsExact }: { userCount: number; userCountIsExact: boolean }): string {
  return userCountIsExact ? String(userCount) : `${userCount}+`;
}

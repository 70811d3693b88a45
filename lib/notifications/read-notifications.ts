import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Notification } from "#lib/db/generated/client.ts";
import type { Person } from "#lib/operations/actor.ts";
import type { NotificationView } from "./schemas.ts";

type NotificationRow = Pick<Notification, "id" | "status" | "title" | "body" | "link" | "details" | "createdAt">;

/** Which notifications (`n`) there are for a person. What an account manager was told of an account that is not assigned to them any more does not exist for them. */
export function areOf(person: Person): Prisma.Sql {
  const own = Prisma.sql`n.account_id = ${person.accountId}::uuid and n.user_id = ${person.userId}::uuid`;
  if (!person.accountManager) return own;
  return Prisma.sql`${own} and (n.link !~ '^/accounts/[0-9a-f-]{36}' or exists (
    select from accounts a where a.id = substring(n.link from 11 for 36)::uuid and (a.id = ${person.accountId}::uuid or ${customersOf(person)})))`;
}

/** The latest notifications of a person of which something holds (`n`), as the bell shows them. */
export async function readNotifications(db: Db, person: Person, condition: Prisma.Sql, limit: number): Promise<NotificationView[]> {
  const rows = await db.$queryRaw<NotificationRow[]>`
    select n.id::text, n.status, n.title, n.body, n.link, n.details, n.created_at as "createdAt" from notifications n
     where ${areOf(person)} and ${condition} order by n.created_at desc, n.id desc limit ${limit}`;
  return rows.map(({ id, status, title, body, link, details, createdAt }) => ({ id, status: status as NotificationView["status"], title, body, link, details: details as NotificationView["details"], createdAt: createdAt.toISOString() }));
}

import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { UserView } from "./schemas.ts";
import { toUserView, USER_COLUMNS } from "./user-view.ts";
import type { UserRow } from "./user-view.ts";

/**
 * Reads one user of an account.
 * @throws OperationError not_found when the account has no such user
 */
export async function readUser(db: Db, accountId: string, userId: string): Promise<UserView> {
  const [row] = await db.$queryRaw<UserRow[]>(Prisma.sql`
    select ${USER_COLUMNS}
      from users u left join service_roles r on r.account_id = u.account_id and r.id = u.service_role_id
     where u.account_id = ${accountId}::uuid and u.id = ${userId}::uuid`);
  if (!row) throw notFound("The user");
  return toUserView(row);
}

export const getUser = operation({
  name: "users.get",
  summary: "One user of an account",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ userId: z.uuid() }),
  output: UserView,
  http: { method: "GET", path: "/accounts/{accountId}/users/{userId}" },
  run: ({ account, db }, { userId }) => readUser(db, account.id, userId),
});

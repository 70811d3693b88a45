import { z } from "zod";
import { forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { countUsers } from "./count-users.ts";
import { BulkResult, UserSelection } from "./schemas.ts";
import { selectUsers } from "./user-filter.ts";
import type { SelectedUser } from "./user-filter.ts";

/**
 * Deletes users of an account. Who still has services on a phone system stays and is named, so that nothing is left behind
 * there (pains 24): their services are removed by a plan first.
 */
export const deleteUsers = operation({
  name: "users.delete",
  summary: "Delete users of an account",
  permission: [{ feature: "users", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/delete" },
  async run({ actor, account, db, emit }, { selection }) {
    // Partners are never deleted here (LOGIN-09).
    if (account.kind === "partner") throw forbidden("Users of a partner account can not be deleted in the portal.");
    const selected = await selectUsers(db, account.id, selection);
    const withServices = new Set(
      (await db.service.findMany({ where: { accountId: account.id, userId: { in: selected.map((user) => user.id) } }, select: { userId: true }, distinct: ["userId"] })).map((row) => row.userId),
    );
    const self = selected.filter((user) => user.id === actor.userId);
    const serviced = selected.filter((user) => user.id !== actor.userId && withServices.has(user.id));
    const toDelete = selected.filter((user) => user.id !== actor.userId && !withServices.has(user.id));
    await db.user.deleteMany({ where: { accountId: account.id, id: { in: toDelete.map((user) => user.id) } } });
    await countUsers(db, account.id, -toDelete.length);
    await emit(toDelete.map((user) => ({ action: "Delete", asset: { kind: "user", id: user.id, name: user.name }, changes: [{ property: "email", before: user.email, after: null }] })));
    return {
      done: toDelete.length,
      skipped: [...skipped("You can not delete yourself.", self), ...skipped("Still has services on a phone system. Remove the services first.", serviced)],
    };
  },
});

/** A line of a bulk result about those who were left out, if any were. */
export function skipped(reason: string, users: SelectedUser[]): BulkResult["skipped"] {
  return users.length === 0 ? [] : [{ reason, count: users.length, examples: users.slice(0, 5).map((user) => user.name) }];
}

import type { Db } from "#lib/db/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { conflict, forbidden, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import { ALREADY_IN_USE } from "./add-user.ts";
import { readUser } from "./get-user.ts";
import { UpdateUserInput, UserView } from "./schemas.ts";
import { sourceOf } from "./source.ts";

/** Changes what was given of a user, and nothing else (USER-40 to USER-52). */
export const updateUser = operation({
  name: "users.update",
  summary: "Change a user",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: UpdateUserInput,
  output: UserView,
  http: { method: "PATCH", path: "/accounts/{accountId}/users/{userId}" },
  async run({ actor, account, db, emit, now }, { userId, version, ...given }) {
    const before = await readUser(db, account.id, userId);
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changes = changesBetween(before, wanted);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    checkSource(before.origin, changes);
    if (given.role !== undefined && given.role !== before.role) checkRoleChange(actor, userId, before.role, given.role);
    if (given.email !== undefined && given.email !== before.email) {
      const taken = await db.user.count({ where: { accountId: account.id, email: given.email } });
      if (taken > 0) throw conflict(ALREADY_IN_USE, "email");
    }
    // Only the row as it was read is changed: who saves second is told, and nothing is overwritten.
    const { count } = await db.user.updateMany({
      where: { accountId: account.id, id: userId, version },
      data: { ...wanted, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this user meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    if (given.role !== undefined && before.role === "account_admin") await keepOneAdmin(db, account.id);
    if (given.email !== undefined && given.email !== before.email) await redirectMail(db, account.id, userId, given.email);
    await emit({ action: "Edit", asset: { kind: "user", id: userId, name: before.name }, changes });
    return readUser(db, account.id, userId);
  },
});

/** What was mailed to the former address opens nothing any more, and what still waits goes to the new one. */
async function redirectMail(db: Db, accountId: string, userId: string, recipient: string): Promise<void> {
  await db.oneTimeLink.deleteMany({ where: { accountId, userId, usedAt: null } });
  await db.mailMessage.updateMany({ where: { accountId, userId, status: "queued" }, data: { recipient } });
}

/** What another system delivers is changed there: here it would be overwritten at the next sync (USER-44, USER-45, OP1-28). */
function checkSource(origin: string, changes: PropertyChange[]): void {
  const { name, fields } = sourceOf(origin);
  const locked = fields.find((field) => changes.some((change) => change.property === field));
  if (locked) throw invalid(`This comes from ${name} and can only be changed there.`, locked);
}

function checkRoleChange(actor: Person, userId: string, before: Role, after: Role): void {
  if (!may(actor, "roles", "assign")) throw forbidden("Your role does not allow changing roles.");
  if (before === "partner" || after === "partner") throw forbidden("The role Partner comes from MiAccess and can not be given or taken here.");
  // Nobody may remove their own administrative rights (OP1-29).
  if (actor.userId === userId) throw forbidden("You can not change your own role.");
}

async function keepOneAdmin(db: Db, accountId: string): Promise<void> {
  // Two who take the rights of the last two admins at once would each still see the other one.
  await db.$executeRaw`select 1 from accounts where id = ${accountId}::uuid for update`;
  const admins = await db.user.count({ where: { accountId, role: "account_admin" } });
  if (admins === 0) throw invalid("An account keeps at least one Account Admin.", "role");
}

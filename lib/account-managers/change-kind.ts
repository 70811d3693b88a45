/** Administrators become account managers, and account managers administrators again. */
import { z } from "zod";
import { publish } from "#lib/live/publish.ts";
import { conflict, forbidden, notFound } from "#lib/operations/errors.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { lockAdmins } from "#lib/users/lock-admins.ts";
import { ManagerIds } from "./schemas.ts";

const Changed = z.object({ changed: z.array(z.object({ id: z.uuid(), name: z.string() })) });
const Input = z.object({ userIds: ManagerIds });

/** From their next click on they see only the accounts assigned to them, of which there is none yet (AMGR-11 to AMGR-13). */
export const convertToManagers = operation({
  name: "account-managers.convert",
  summary: "Convert administrators of the partner account to account managers",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: Input,
  output: Changed,
  http: { method: "POST", path: "/account-managers/convert" },
  run: (context, { userIds }) => changeKind(context, userIds, true),
});

/** They see all accounts again; what was assigned to them is dropped (AMGR-27 to AMGR-29, OP1-77). */
export const upgradeToAdministrators = operation({
  name: "account-managers.upgrade",
  summary: "Upgrade account managers to administrators of the partner account",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: Input,
  output: Changed,
  http: { method: "POST", path: "/account-managers/upgrade" },
  run: (context, { userIds }) => changeKind(context, userIds, false),
});

async function changeKind({ actor, db, emit, notify, now }: OperationContext<"partner">, userIds: string[], accountManager: boolean): Promise<z.infer<typeof Changed>> {
  // So the last administrator can not be converted either: the one who asks stays (AMGR-10), unless somebody converts that one, or gives them a custom role, meanwhile.
  if (userIds.includes(actor.userId)) throw forbidden("You can not manage your own entry.");
  const { accountId } = actor;
  await lockAdmins(db, accountId);
  const people = await db.user.findMany({ where: { accountId, role: "partner", id: { in: userIds } }, select: { id: true, name: true, accountManager: true }, orderBy: { name: "asc" } });
  if (people.length < new Set(userIds).size) throw notFound("One of the people");
  const changed = people.filter((person) => person.accountManager !== accountManager).map(({ id, name }) => ({ id, name }));
  const ids = changed.map(({ id }) => id);
  if (!accountManager) await db.managedAccount.deleteMany({ where: { accountId, userId: { in: ids } } });
  await db.user.updateMany({ where: { accountId, id: { in: ids } }, data: { accountManager, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
  const administrators = await db.user.count({ where: { accountId, role: "partner", accountManager: false, customRoleId: null, disabledAt: null } });
  if (administrators === 0) throw conflict("Somebody has changed what you may do meanwhile, and the last administrator stays one.");
  for (const userId of ids) await publish(db, { channel: "access", accountId, userId });
  await emit(changed.map(({ id, name }) => ({ action: "Edit", asset: { kind: "user", id, name }, changes: [{ property: "accountManager", before: !accountManager, after: accountManager }] })));
  if (changed.length > 0) await notify({ to: actor, status: "completed", title: accountManager ? "Converted to account managers" : "Upgraded to administrators", body: changed.map(({ name }) => name).join(", "), link: "/account-managers" });
  return { changed };
}

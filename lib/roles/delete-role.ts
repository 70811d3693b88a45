import { z } from "zod";
import { typedWord } from "#lib/accounts/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertNobodyHolds } from "./assign-role.ts";
import { assertUsedWithin, lockRole } from "./get-role.ts";

/** Deletes a custom role that nobody holds (ROLE-32, ROLE-33, OP1-61). */
export const deleteRole = operation({
  name: "roles.delete",
  summary: "Delete a custom role",
  permission: [{ feature: "roles", action: "delete" }],
  scope: "partner",
  kind: "write",
  input: typedWord("delete").extend({ roleId: z.uuid() }),
  output: z.object({}),
  http: { method: "POST", path: "/roles/{roleId}/delete" },
  async run({ actor, db, emit }, { roleId }) {
    const role = await lockRole(db, actor, roleId);
    await assertUsedWithin(db, actor, role, "it can not be deleted");
    await assertNobodyHolds(db, role, "deleted");
    const assigned = await db.roleAssignment.findMany({ where: { partnerId: actor.accountId, roleId }, select: { accountId: true } });
    await db.customRole.delete({ where: { accountId_id: { accountId: actor.accountId, id: roleId } } });
    const event = { action: "Delete" as const, asset: { kind: "role" as const, id: roleId, name: role.name } };
    const inAccounts = role.base === "account_admin" ? assigned.map(({ accountId }) => ({ ...event, accountId })) : [];
    await emit([{ ...event, details: { base: role.base, grants: role.grants, accounts: assigned.length } }, ...inAccounts]);
    return {};
  },
});

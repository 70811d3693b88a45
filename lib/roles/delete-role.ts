import { z } from "zod";
import { typedWord } from "#lib/accounts/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertNobodyHolds } from "./assign-role.ts";
import { lockRole } from "./get-role.ts";

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
    const role = await lockRole(db, actor.accountId, roleId);
    await assertNobodyHolds(db, role, "deleted");
    await db.customRole.delete({ where: { accountId_id: { accountId: actor.accountId, id: roleId } } });
    await emit({ action: "Delete", asset: { kind: "role", id: roleId, name: role.name }, details: { base: role.base, grants: role.grants, accounts: role.accountCount } });
    return {};
  },
});

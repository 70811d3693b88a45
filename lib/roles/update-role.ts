import { changesBetween } from "#lib/events/emit.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertNameFree } from "./add-role.ts";
import { checkedGrants } from "./checked-grants.ts";
import { assertUsedWithin, lockRole, readRole } from "./get-role.ts";
import { RoleView, UpdateRoleInput } from "./schemas.ts";

/** Changes a custom role; who holds it may do more or less from their next click on (PERM-03, OP1-63). */
export const updateRole = operation({
  name: "roles.update",
  summary: "Change a custom role",
  permission: [{ feature: "roles", action: "edit" }],
  scope: "partner",
  kind: "write",
  input: UpdateRoleInput,
  output: RoleView,
  http: { method: "PATCH", path: "/roles/{roleId}" },
  async run({ actor, db, emit, now }, { roleId, version, ...given }) {
    const before = await lockRole(db, actor, roleId);
    if (before.version !== version) throw conflict(`${before.modifiedBy || "Somebody"} changed this role meanwhile. Reload the page to see the change; what you ticked has not been saved.`);
    const wanted = {
      ...(given.name !== undefined && { name: given.name }),
      ...(given.description !== undefined && { description: given.description }),
      ...(given.grants && { grants: checkedGrants(actor, before.base, given.grants, before.grants) }),
    };
    const changes = changesBetween<Record<string, unknown>>(before, wanted);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    if (changes.some(({ property }) => property === "grants")) await assertUsedWithin(db, actor, before, "its permissions can not be changed");
    if (wanted.name !== undefined) await assertNameFree(db, actor.accountId, wanted.name, roleId);
    await db.customRole.update({
      where: { accountId_id: { accountId: actor.accountId, id: roleId } },
      data: { ...wanted, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    await emit({ action: "Edit", asset: { kind: "role", id: roleId, name: before.name }, changes });
    return readRole(db, actor, roleId);
  },
});

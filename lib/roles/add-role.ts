import { newId } from "#lib/db/id.ts";
import type { Db } from "#lib/db/client.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { checkedGrants } from "./checked-grants.ts";
import { readRole } from "./get-role.ts";
import { AddRoleInput, RoleView } from "./schemas.ts";

/** The sentence for a name that another role of the partner account has. */
export const NAME_TAKEN = "A role of this name exists already.";

/** Makes a custom role from a built-in one, or as a copy of a custom one (ROLE-01, ROLE-10, ROLE-34 to ROLE-36). */
export const addRole = operation({
  name: "roles.add",
  summary: "Create a custom role",
  permission: [{ feature: "roles", action: "add" }],
  scope: "partner",
  kind: "write",
  input: AddRoleInput,
  output: RoleView,
  http: { method: "POST", path: "/roles" },
  async run({ actor, db, emit, now }, { duplicateOf, ...input }) {
    const base = duplicateOf ? (await readRole(db, actor, duplicateOf)).base : input.base;
    const role = { name: input.name, description: input.description, base, grants: checkedGrants(actor, base, input.grants) };
    await assertNameFree(db, actor.accountId, role.name);
    const id = newId();
    await db.customRole.create({ data: { ...role, accountId: actor.accountId, id, createdAt: now, modifiedAt: now, modifiedBy: actor.name } });
    await emit({ action: "Add", asset: { kind: "role", id, name: role.name }, changes: Object.entries(role).map(([property, after]) => ({ property, before: null, after })), details: duplicateOf ? { duplicateOf } : {} });
    return readRole(db, actor, id);
  },
});

/** @throws OperationError conflict when another role of the partner account has the name, whatever the case */
export async function assertNameFree(db: Db, partnerId: string, name: string, exceptId?: string): Promise<void> {
  const taken = await db.customRole.count({ where: { accountId: partnerId, name: { equals: name, mode: "insensitive" }, ...(exceptId && { id: { not: exceptId } }) } });
  if (taken > 0) throw conflict(NAME_TAKEN, "name");
}

import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { changesBetween } from "#lib/events/emit.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readWorkgroup } from "./find-workgroups.ts";
import { UpdateWorkgroupInput, WorkgroupFields, WorkgroupView } from "./schemas.ts";

/** Customer Care has View alone, and who has it uses it (PERM-49 to PERM-53). */
const MAY_USE = [{ feature: "customer_care", action: "view" }] as const;

/** Makes a workgroup. */
export const addWorkgroup = operation({
  name: "workgroups.add",
  summary: "Make a workgroup",
  permission: MAY_USE,
  integration: { key: "mitel_one_workgroups" },
  scope: "account",
  kind: "write",
  input: WorkgroupFields,
  output: WorkgroupView,
  http: { method: "POST", path: "/accounts/{accountId}/workgroups" },
  async run({ actor, account, db, emit, now }, { memberIds, ...fields }) {
    await holdIntegration(db, account.id, "mitel_one_workgroups");
    const id = newId();
    await db.workgroup.create({ data: { ...fields, accountId: account.id, id, modifiedAt: now, modifiedBy: actor.name } });
    await setMembers(db, account.id, id, memberIds);
    const made = await readWorkgroup(db, account.id, id);
    await emit({ action: "Add", asset: { kind: "workgroup", id, name: fields.name }, changes: Object.entries(inEvent(made)).map(([property, after]) => ({ property, before: null, after })) });
    return made;
  },
});

/** Changes a workgroup and who is in it. */
export const updateWorkgroup = operation({
  name: "workgroups.update",
  summary: "Change a workgroup",
  permission: MAY_USE,
  integration: { key: "mitel_one_workgroups" },
  scope: "account",
  kind: "write",
  input: UpdateWorkgroupInput,
  output: WorkgroupView,
  http: { method: "PUT", path: "/accounts/{accountId}/workgroups/{workgroupId}" },
  async run({ actor, account, db, emit, now }, { workgroupId, version, memberIds, ...fields }) {
    const before = await readWorkgroup(db, account.id, workgroupId);
    const { count } = await db.workgroup.updateMany({ where: { accountId: account.id, id: workgroupId, version }, data: { ...fields, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this workgroup meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    await setMembers(db, account.id, workgroupId, memberIds);
    const after = await readWorkgroup(db, account.id, workgroupId);
    const changes = changesBetween(inEvent(before), inEvent(after));
    await emit(changes.length > 0 ? { action: "Edit", asset: { kind: "workgroup", id: workgroupId, name: fields.name }, changes } : []);
    return after;
  },
});

/** Deletes a workgroup; the users in it stay. */
export const deleteWorkgroup = operation({
  name: "workgroups.delete",
  summary: "Delete a workgroup",
  permission: MAY_USE,
  integration: { key: "mitel_one_workgroups" },
  scope: "account",
  kind: "write",
  input: z.object({ workgroupId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/workgroups/{workgroupId}" },
  async run({ account, db, emit }, { workgroupId }) {
    const workgroup = await readWorkgroup(db, account.id, workgroupId);
    await db.workgroup.delete({ where: { accountId_id: { accountId: account.id, id: workgroupId } } });
    await emit({ action: "Delete", asset: { kind: "workgroup", id: workgroupId, name: workgroup.name }, details: { members: workgroup.members.map(({ name }) => name) } });
    return {};
  },
});

function inEvent({ name, description, members }: WorkgroupView): { name: string; description: string; members: string[] } {
  return { name, description, members: members.map((member) => member.name) };
}

/** @throws OperationError invalid when somebody is no user of the account (any more) */
async function setMembers(db: Db, accountId: string, workgroupId: string, memberIds: readonly string[]): Promise<void> {
  await db.workgroupMember.deleteMany({ where: { accountId, workgroupId } });
  // Locked, so that nobody of them is deleted between the look and the entry.
  const users = await db.$queryRaw<object[]>`select from users where account_id = ${accountId}::uuid and id = any(${memberIds}::uuid[]) for key share`;
  if (users.length !== memberIds.length) throw invalid("Somebody of these is not a user of this account any more.", "memberIds");
  await db.workgroupMember.createMany({ data: memberIds.map((userId) => ({ accountId, workgroupId, userId })) });
}

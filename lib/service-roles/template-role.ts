/** The role that goes with a template: of the same name, made, renamed and deleted with it (ACDROLE-01, ACDROLE-02). */
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { conflict } from "#lib/operations/errors.ts";

/**
 * Refuses a name that a role has already, whatever its case, so that a role name identifies one role (ACDROLE-08).
 * Of two who ask at once the unique index decides.
 * @param templateId the template whose own role may have the name
 * @throws OperationError conflict, about the label of the template
 */
export async function assertRoleNameFree(db: Db, accountId: string, name: string, templateId: string): Promise<void> {
  const taken = await db.$queryRaw<{ name: string }[]>`
    select r.name from service_roles r
     where r.account_id = ${accountId}::uuid and lower(r.name) = lower(${name}) and r.template_id <> ${templateId}::uuid`;
  if (taken[0]) throw conflict(`There is a role named “${taken[0].name}” already. Please choose another label.`, "label");
}

/** Makes the role of a template. */
export async function addRoleOfTemplate(db: Db, role: { accountId: string; templateId: string; name: string; now: Date }): Promise<void> {
  const { accountId, templateId, name, now } = role;
  await db.serviceRole.create({ data: { accountId, id: newId(), name, templateId, createdAt: now } });
}

/** Renames the role of a template with it; a role of another name that points to the template keeps its own (SUP-01). */
export async function renameRoleOfTemplate(db: Db, role: { accountId: string; templateId: string; before: string; name: string }): Promise<void> {
  const { accountId, templateId, before, name } = role;
  await db.serviceRole.updateMany({ where: { accountId, templateId, name: before }, data: { name } });
}

/**
 * Deletes the roles of a template. Whoever gives one of them to a user at this moment waits, and then finds it gone.
 * @throws OperationError conflict while users have one of them
 */
export async function deleteRolesOfTemplate(db: Db, accountId: string, templateId: string): Promise<void> {
  const roles = await db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from service_roles where account_id = ${accountId}::uuid and template_id = ${templateId}::uuid for update`;
  const ids = roles.map(({ id }) => id);
  const holders = await db.user.count({ where: { accountId, serviceRoleId: { in: ids } } });
  if (holders > 0) {
    const users = holders === 1 ? "1 user has" : `${holders.toLocaleString("en")} users have`;
    throw conflict(`${users} the role “${roles[0]!.name}” of this template. Give them another role, or remove their services, first.`);
  }
  await db.serviceRole.deleteMany({ where: { accountId, id: { in: ids } } });
}

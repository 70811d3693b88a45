import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { conflict, forbidden, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { deleteRolesOfTemplate } from "#lib/service-roles/template-role.ts";

/** A plan in one of these states still needs the template it was made with. */
const UNFINISHED = ["planning", "ready", "checking", "applying"];

/** Deletes a custom template with its role. Refused while users have the role, or a plan is about to give it to some (PERM-23). */
export const deleteTemplate = operation({
  name: "templates.delete",
  summary: "Delete a user template and its user role",
  permission: [{ feature: "user_templates", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ templateId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/templates/{templateId}" },
  async run({ account, db, emit }, { templateId }) {
    const where = { accountId_id: { accountId: account.id, id: templateId } };
    const template = await db.template.findUnique({ where, select: { label: true, description: true, isDefault: true } });
    if (!template) throw notFound("The template");
    // Users can be added without any other template by it (ACDROLE-05).
    if (template.isDefault) throw forbidden("The default template can not be deleted.");
    await deleteRolesOfTemplate(db, account.id, templateId);
    await assertNotPlanned(db, account.id, templateId);
    await db.template.delete({ where });
    await emit({ action: "Delete", asset: { kind: "template", id: templateId, name: template.label }, details: { description: template.description } });
    return {};
  },
});

async function assertNotPlanned(db: Db, accountId: string, templateId: string): Promise<void> {
  const plan = await db.provisioningPlan.findFirst({ where: { accountId, templateId, status: { in: UNFINISHED } }, select: { createdByName: true } });
  if (plan) throw conflict(`A plan of ${plan.createdByName} gives this template to users and is not finished. Apply or cancel it first.`);
}

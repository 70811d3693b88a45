import { conflict, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertRoleNameFree, renameRoleOfTemplate } from "#lib/service-roles/template-role.ts";
import { fieldChanges, secretChanges } from "./changes.ts";
import { lockedFieldChanges } from "./locked-fields.ts";
import { readTemplate } from "./read-template.ts";
import { TemplateView, UpdateTemplateInput } from "./schemas.ts";
import type { TemplateValues } from "./schemas.ts";
import { secretsOf, toStored } from "./secrets.ts";
import { assertTemplate, openTemplate } from "./stored-template.ts";

/**
 * Changes a template, of the default one only the fields that are not locked (ACDTPL-05, ACDTPL-06). Its role takes over a
 * new label (ACDROLE-02). Users who have the template keep the services they were given until it is given to them again.
 */
export const updateTemplate = operation({
  name: "templates.update",
  summary: "Change a user template",
  permission: [{ feature: "user_templates", action: "edit" }],
  scope: "account",
  kind: "write",
  input: UpdateTemplateInput,
  output: TemplateView,
  http: { method: "PUT", path: "/accounts/{accountId}/templates/{templateId}" },
  async run({ actor, account, db, emit, now }, { templateId, version, ...values }) {
    const accountId = account.id;
    const before = await openTemplate(db, accountId, templateId);
    if (before.isDefault) assertUnlocked(values, before.values);
    const secrets = secretsOf(values, before.secrets);
    assertTemplate(values, secrets);
    const changes = fieldChanges(before.values, values);
    const details = secretChanges(before.secrets, secrets);
    if (changes.length + Object.keys(details).length === 0) {
      await emit([]);
      return readTemplate(db, accountId, templateId);
    }
    const { label, description } = values;
    const renamed = label !== before.values.label;
    if (renamed) await assertRoleNameFree(db, accountId, label, templateId);
    // Only the row as it was read is changed: who saves second is told, and nothing is overwritten.
    const { count } = await db.template.updateMany({
      where: { accountId, id: templateId, version },
      data: { label, description, values: toStored(values, secrets, { accountId, templateId }), version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this template meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    if (renamed) await renameRoleOfTemplate(db, { accountId, templateId, before: before.values.label, name: label });
    await emit({ action: "Edit", asset: { kind: "template", id: templateId, name: label }, changes, details });
    return readTemplate(db, accountId, templateId);
  },
});

function assertUnlocked(values: TemplateValues, before: TemplateValues): void {
  const fields = lockedFieldChanges(values, before).map(({ path, label }) => ({ path, message: `“${label}” can not be changed in the default template.` }));
  if (fields.length > 0) throw new OperationError("invalid", fields.length === 1 ? fields[0]!.message : "Some of these fields can not be changed in the default template.", fields);
}

import { newId } from "#lib/db/id.ts";
import { operation } from "#lib/operations/operation.ts";
import { addRoleOfTemplate, assertRoleNameFree } from "#lib/service-roles/template-role.ts";
import { filledFields, secretChanges } from "./changes.ts";
import { readTemplate } from "./read-template.ts";
import { AddTemplateInput, TemplateView } from "./schemas.ts";
import { NO_SECRETS, secretsOf, toStored } from "./secrets.ts";
import { assertTemplate, openTemplate } from "./stored-template.ts";

/**
 * Stores a custom template, new or begun as a copy, and makes the role of the same name in the same transaction
 * (ACDTPL-13, ACDTPL-24, ACDROLE-01, ACDROLE-02, ACDROLE-08).
 */
export const addTemplate = operation({
  name: "templates.add",
  summary: "Add a user template and the user role of its name",
  permission: [{ feature: "user_templates", action: "add" }],
  scope: "account",
  kind: "write",
  input: AddTemplateInput,
  output: TemplateView,
  http: { method: "POST", path: "/accounts/{accountId}/templates" },
  async run({ actor, account, db, emit, now }, { copiedFrom, ...values }) {
    const accountId = account.id;
    const id = newId();
    const original = copiedFrom === undefined ? null : await openTemplate(db, accountId, copiedFrom);
    const secrets = secretsOf(values, original?.secrets ?? NO_SECRETS);
    assertTemplate(values, secrets);
    const { label, description } = values;
    await assertRoleNameFree(db, accountId, label, id);
    const stored = toStored(values, secrets, { accountId, templateId: id });
    await db.template.create({ data: { accountId, id, label, description, values: stored, createdAt: now, modifiedAt: now, modifiedBy: actor.name } });
    await addRoleOfTemplate(db, { accountId, templateId: id, name: label, now });
    await emit({
      action: "Add",
      asset: { kind: "template", id, name: label },
      changes: filledFields(values),
      details: { role: label, ...secretChanges(NO_SECRETS, secrets), ...(original && { copiedFrom: original.values.label }) },
    });
    return readTemplate(db, accountId, id);
  },
});

import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { addRoleOfTemplate } from "#lib/service-roles/template-role.ts";
import { DEFAULT_TEMPLATE } from "./default-template.ts";

/** Gives a new account the default template and the role of the same name (ACDTPL-02, ACDROLE-05). */
export async function addDefaultTemplate(db: Db, accountId: string, now: Date): Promise<void> {
  const templateId = newId();
  const { label, description } = DEFAULT_TEMPLATE;
  await db.template.create({ data: { accountId, id: templateId, label, description, isDefault: true, values: DEFAULT_TEMPLATE, createdAt: now, modifiedAt: now } });
  await addRoleOfTemplate(db, { accountId, templateId, name: label, now });
}

/** A template as it is stored, for the operations that change one. */
import type { Db } from "#lib/db/client.ts";
import { notFound, OperationError } from "#lib/operations/errors.ts";
import { templateErrors } from "./rules.ts";
import { TemplateValues } from "./schemas.ts";
import { heldOf, openSecrets } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";

export type OpenTemplate = { id: string; isDefault: boolean; values: TemplateValues; secrets: Secrets; modifiedBy: string };

/**
 * Reads a template with its secrets in the open.
 * @throws OperationError not_found when the account has no such template
 */
export async function openTemplate(db: Db, accountId: string, templateId: string): Promise<OpenTemplate> {
  const stored = await db.template.findUnique({ where: { accountId_id: { accountId, id: templateId } } });
  if (!stored) throw notFound("The template");
  const { id, isDefault, modifiedBy } = stored;
  return { id, isDefault, modifiedBy, values: TemplateValues.parse(stored.values), secrets: openSecrets(stored.values, { accountId, templateId }) };
}

/**
 * Holds values against the rules for fields that depend on each other.
 * @param secrets those that the template will have
 * @throws OperationError invalid, with every field that is wrong
 */
export function assertTemplate(values: TemplateValues, secrets: Secrets): void {
  const errors = templateErrors(values, heldOf(secrets));
  if (errors.length > 0) throw new OperationError("invalid", errors.length === 1 ? errors[0]!.message : "Some fields need your attention.", errors);
}

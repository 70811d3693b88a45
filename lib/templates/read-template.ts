import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { cappedUserCount, usersWithRole } from "#lib/service-roles/user-count.ts";
import { TemplateValues } from "./schemas.ts";
import type { TemplateView } from "./schemas.ts";
import { heldSecrets } from "./secrets.ts";

type TemplateRow = { id: string; isDefault: boolean; values: unknown; version: number; modifiedAt: Date; modifiedBy: string; users: number };

/** Counts the users of the template `t`. */
export const USERS_OF_TEMPLATE = usersWithRole(Prisma.sql`r.account_id = t.account_id and r.template_id = t.id`);

/**
 * Reads a template as the form shows it, in one query.
 * @throws OperationError not_found when the account has no such template
 */
export async function readTemplate(db: Db, accountId: string, templateId: string): Promise<TemplateView> {
  const [row] = await db.$queryRaw<TemplateRow[]>`
    select t.id::text, t.is_default as "isDefault", t.values, t.version, t.modified_at as "modifiedAt", t.modified_by as "modifiedBy", ${USERS_OF_TEMPLATE} as users
      from templates t
     where t.account_id = ${accountId}::uuid and t.id = ${templateId}::uuid`;
  if (!row) throw notFound("The template");
  const { values, modifiedAt, users, ...shown } = row;
  return { ...shown, ...cappedUserCount(users), values: TemplateValues.parse(values), heldSecrets: heldSecrets(values), modifiedAt: modifiedAt.toISOString() };
}

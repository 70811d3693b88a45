import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { cappedUserCount } from "#lib/service-roles/user-count.ts";
import { phoneKind } from "./phone-choices.ts";
import { USERS_OF_TEMPLATE } from "./read-template.ts";
import { FindTemplatesInput, TemplatePage } from "./schemas.ts";
import type { TemplateListItem, TemplatePhone } from "./schemas.ts";

const SORTS: Record<string, Sort> = {
  label: { expression: Prisma.sql`lower(t.label) collate "und-x-icu"`, type: "text" },
  modified: { expression: Prisma.sql`t.modified_at`, type: "timestamptz" },
};

export type TemplateRow = Omit<TemplateListItem, "primaryPhone" | "userCount" | "userCountIsExact" | "modifiedAt"> & { primaryPhone: TemplatePhone; users: number; modifiedAt: Date };

/** The templates of an account, the default one and those made here (ACDTPL-01). Two queries. */
export const findTemplates = operation({
  name: "templates.find",
  summary: "List the user templates of an account",
  permission: [{ feature: "user_templates", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindTemplatesInput,
  output: TemplatePage,
  http: { method: "GET", path: "/accounts/{accountId}/templates" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = templateRequest(account.id, asked);
    const [rows, total] = await Promise.all([findPage<TemplateRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toTemplateListItem);
  },
});

/** The templates that a search and a filter mean, in their order. */
export function templateRequest(accountId: string, { search, kind, sort }: Pick<FindTemplatesInput, "search" | "kind" | "sort">): ListRequest {
  const where = [Prisma.sql`t.account_id = ${accountId}::uuid`];
  if (kind) where.push(Prisma.sql`t.is_default = ${kind === "default"}`);
  if (search) where.push(Prisma.sql`lower(t.label || ' ' || t.description) like ${containsPattern(search)}`);
  return {
    select: Prisma.sql`t.id::text, t.label, t.description, t.is_default as "isDefault", t.values #> '{phones,primary}' as "primaryPhone",
      ${USERS_OF_TEMPLATE} as users, t.modified_at as "modifiedAt", t.modified_by as "modifiedBy"`,
    from: Prisma.sql`templates t`,
    where,
    sort: SORTS[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`t.id`,
  };
}

/** A row of the list. */
export function toTemplateListItem({ primaryPhone, users, modifiedAt, ...row }: TemplateRow): TemplateListItem {
  return { ...row, ...cappedUserCount(users), primaryPhone: phoneKind(primaryPhone), modifiedAt: modifiedAt.toISOString() };
}

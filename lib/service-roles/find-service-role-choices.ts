import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { ListQuery } from "#lib/lists/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { phoneKind } from "#lib/templates/phone-choices.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";
import { ServiceRoleChoices } from "./schemas.ts";

const MOST = 100;

type ChoiceRow = { id: string; name: string; templateId: string; description: string; primaryPhone: TemplateValues["phones"]["primary"] };

/** The roles to choose from when users are given one (ACDROLE-04, ACDROLE-05): the first hundred that match, by name. One query. */
export const findServiceRoleChoices = operation({
  name: "service-roles.find-choices",
  summary: "The user roles to choose from",
  permission: [
    { feature: "users", action: "view" },
    { feature: "user_templates", action: "view" },
  ],
  scope: "account",
  kind: "read",
  input: z.object({ search: ListQuery.shape.search }),
  output: ServiceRoleChoices,
  http: { method: "GET", path: "/accounts/{accountId}/service-roles/choices" },
  async run({ account, db }, { search }) {
    const matching = search ? Prisma.sql`lower(s.name) like ${containsPattern(search)}` : Prisma.sql`true`;
    const rows = await db.$queryRaw<ChoiceRow[]>`
      select s.id::text, s.name, t.id::text as "templateId", t.description, t.values #> '{phones,primary}' as "primaryPhone"
        from service_roles s
        join templates t on t.account_id = s.account_id and t.id = s.template_id
       where s.account_id = ${account.id}::uuid and ${matching}
       order by lower(s.name) collate "und-x-icu", s.id
       limit ${MOST}`;
    return { items: rows.map((row) => ({ ...row, primaryPhone: phoneKind(row.primaryPhone) })) };
  },
});

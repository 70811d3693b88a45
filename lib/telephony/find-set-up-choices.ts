import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { phoneKind } from "#lib/templates/phone-choices.ts";
import { PHONE_SLOTS, TemplateValues, tierOf } from "#lib/templates/schemas.ts";
import { isOfCategory, SetUpChoices } from "./schemas.ts";
import type { CategoryChoice, ServiceCategory, TemplateChoice } from "./schemas.ts";

type Row = { id: string; name: string; templateId: string; description: string; values: unknown };
type Template = TemplateChoice & { values: TemplateValues };

/** The categories and templates that the set-up of a user offers; the categories are those that templates name (SVC-03, CX-06, OP2-32). One query. */
export const findSetUpChoices = operation({
  name: "telephony.find-choices",
  summary: "The service categories and templates to set up a user with",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: SetUpChoices,
  http: { method: "GET", path: "/accounts/{accountId}/telephony/choices" },
  async run({ account, db }) {
    const rows = await db.$queryRaw<Row[]>`
      select s.id::text, s.name, t.id::text as "templateId", t.description, t.values
        from service_roles s
        join templates t on t.account_id = s.account_id and t.id = s.template_id
       where s.account_id = ${account.id}::uuid
       order by lower(s.name) collate "und-x-icu", s.id`;
    const templates = rows.map((row): Template => {
      const values = TemplateValues.parse(row.values);
      const { phones, user } = values;
      return {
        ...row,
        values,
        primaryPhone: phoneKind(phones.primary),
        category: user.serviceCategory ? { name: user.serviceCategory, tier: tierOf(user.uccBundle) } : null,
        hasAgent: PHONE_SLOTS.some((slot) => phones[slot].include && phones[slot].hotDeskingUser && phones[slot].acdAgent),
        hasOtherPhone: phones.other.include,
      };
    });
    return { categories: categoriesOf(templates), templates: templates.map(({ values: _values, ...choice }) => choice) };
  },
});

function categoriesOf(templates: readonly Template[]): CategoryChoice[] {
  const found = new Map<string, ServiceCategory>();
  for (const { category } of templates) if (category) found.set(`${category.name}\n${category.tier ?? ""}`, category);
  return [...found.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name) || (one.tier ?? "").localeCompare(other.tier ?? ""))
    .map((category) => {
      const members = templates.filter((template) => isOfCategory(template, category));
      return { ...category, templates: members.length, contains: [...new Set(members.flatMap(({ values }) => servicesOf(values)))] };
    });
}

/** What a template gives, in the words in which its form asks for it. */
function servicesOf({ phones, client, includeNuPoint, includeConferencing }: TemplateValues): string[] {
  const included = PHONE_SLOTS.filter((slot) => phones[slot].include).map((slot) => phones[slot]);
  return [
    ...included.flatMap((phone) => phoneKind(phone) ?? []),
    ...(included.some(({ includeTeleworker }) => includeTeleworker) ? ["Teleworker Service"] : []),
    ...(includeNuPoint ? ["NuPoint Unified Messaging Voicemail"] : []),
    ...(includeConferencing ? ["Audio, Web and Video Conferencing"] : []),
    ...(client.include ? ["MiCollab Client Service"] : []),
  ];
}

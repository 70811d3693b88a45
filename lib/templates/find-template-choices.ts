import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { DEPLOYMENT_PROFILE, DO_NOT_DEPLOY, FEATURE_PROFILES, NO_DEVICE, SYSTEM_PROMPT_LANGUAGE, TemplateChoices, USER_PROFILE } from "./schemas.ts";

type Known = Record<keyof TemplateChoices, readonly string[]>;

// What every system has. Others are known to the system alone: they are typed once, and offered from then on.
const KNOWN: Known = {
  networkElements: [],
  secondaryElements: [],
  serviceCategories: [],
  departments: [],
  locations: [],
  promptLanguages: [SYSTEM_PROMPT_LANGUAGE],
  preferredSets: [NO_DEVICE],
  deploymentProfiles: [DEPLOYMENT_PROFILE, DO_NOT_DEPLOY],
  featureProfiles: FEATURE_PROFILES,
  userProfiles: [USER_PROFILE],
};

/**
 * What the drop-downs of a template offer that depends on the account: its MiVoice Business (ACDTF-13), and the service
 * categories, departments, locations and profiles that its templates name. No system is asked, so that the form opens while one is down. One query.
 */
export const findTemplateChoices = operation({
  name: "templates.find-choices",
  summary: "What the fields of a user template offer in an account",
  permission: [{ feature: "user_templates", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: TemplateChoices,
  http: { method: "GET", path: "/accounts/{accountId}/templates/choices" },
  async run({ account, db }) {
    const rows = await db.$queryRaw<{ source: keyof TemplateChoices; value: string }[]>`
      select 'networkElements' as source, e.name as value from network_elements e where e.account_id = ${account.id}::uuid and e.kind = 'mivb'
      union
      select used.source, used.value
        from templates t
        cross join lateral (values
          ('serviceCategories', t.values #>> '{user,serviceCategory}'),
          ('departments', t.values #>> '{user,department}'),
          ('locations', t.values #>> '{user,location}'),
          ('promptLanguages', t.values #>> '{user,promptLanguage}'),
          ('featureProfiles', t.values #>> '{client,featureProfile}'),
          ('userProfiles', t.values #>> '{client,userProfile}'),
          ('deploymentProfiles', t.values #>> '{client,deploymentProfile}')) as used (source, value)
       where t.account_id = ${account.id}::uuid
      union
      select used.source, used.value
        from templates t
        cross join lateral jsonb_each(t.values -> 'phones') as phone (slot, fields)
        cross join lateral (values
          ('secondaryElements', phone.fields ->> 'secondaryElement'),
          ('preferredSets', phone.fields ->> 'preferredSet'),
          ('deploymentProfiles', phone.fields ->> 'deploymentProfile')) as used (source, value)
       where t.account_id = ${account.id}::uuid
       order by 2`;
    const choices = Object.entries(KNOWN).map(([source, known]) => {
      const used = rows.filter((row) => row.source === source && row.value).map(({ value }) => value);
      return [source, [...new Set([...known, ...used])]];
    });
    return Object.fromEntries(choices) as TemplateChoices;
  },
});

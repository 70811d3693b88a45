/** The integrations that an account can have, by their keys (INTEG-15, INTEG-16). Safe for the browser. */

export const INTEGRATION_KEYS = [
  "cloudlink_gateway",
  "micc",
  "micollab",
  "mitel_cx",
  "mitel_one",
  "mitel_one_workgroups",
  "mitel_voice_assist",
  "mitel_workflow_studio",
  "miteam_meetings",
  "mivoice_business",
  "unify_phone",
  "zoom",
  "single_sign_on",
  "microsoft_office_365",
  "twilio",
  "cm_com",
  "azure_ad_sync",
  "microsoft_teams",
] as const;
export type IntegrationKey = (typeof INTEGRATION_KEYS)[number];

import type { IntegrationDefinition } from "../definition.ts";
import { unifyPhoneLine } from "../unify-phone-line.ts";

const IN_NEW_TENANT = { field: "isExistingTenant", is: false };

/** A tenant of Unify Phone is made or linked, once; its licenses are given by the PBX (UNIFY-05 to UNIFY-15). */
export const unifyPhone: IntegrationDefinition = {
  key: "unify_phone",
  name: "Unify Phone",
  tab: "mitel",
  description: "Bring the telephony of your PBX and CloudLink Chat into Unify Phone.",
  icon: "handset",
  privileges: ["delegatedAuthentication"],
  state: ({ unifyPhone: told }) => unifyPhoneLine(told),
  setUp: {
    by: "portal",
    label: "Complete Setup",
    status: "Incomplete",
    takes: [
      "With an OpenScape Business, link the tenant that it uses already: its users get CloudLink Chat in Unify Phone.",
      "With a MiVoice 5000, a new tenant is created: users who are on the PBX and in this account get Unify Phone with telephony and CloudLink Chat.",
      "The details of the tenant can not be edited afterwards.",
    ],
  },
  settings: {
    title: "Unify Phone Configuration",
    intro: "Please enter the information below to establish SIP connectivity between your solution and Unify Phone Platform.",
    fixed: true,
    fields: [
      { name: "isExistingTenant", label: "Are you onboarding a pre-existing tenant?", kind: "checkbox", initial: false },
      { name: "apiKey", label: "API Key", kind: "secret", required: true, shownWhen: { field: "isExistingTenant", is: true }, hint: "The tab Telephony connector of the Unify Phone administration app shows it." },
      { name: "tenantName", label: "Tenant Name", kind: "text", max: 100, enabledWhen: IN_NEW_TENANT, hint: "Recommended; it must be unique across all accounts." },
      { name: "firstName", label: "First Name", kind: "text", enabledWhen: IN_NEW_TENANT, hint: "Of the main contact. What is left empty is taken from the Account Admin." },
      { name: "lastName", label: "Last Name", kind: "text", enabledWhen: IN_NEW_TENANT },
      { name: "email", label: "Email", kind: "text", format: "email", enabledWhen: IN_NEW_TENANT },
      { name: "countryCode", label: "Country Code", kind: "text", format: "country_code", enabledWhen: IN_NEW_TENANT },
      { name: "phoneNumber", label: "Phone Number", kind: "text", format: "phone_number", enabledWhen: IN_NEW_TENANT },
    ],
  },
  loses: ["The Unify Phone license of every user who has one is revoked.", "CloudLink Chat ends in Unify Phone."],
  keeps: ["The Unify Phone tenant is not deleted. It can be linked again by its API key."],
};

import type { IntegrationDefinition } from "../definition.ts";

const IN_NEW_TENANT = { field: "isExistingTenant", is: false };

/** A tenant of the Unify Phone platform is made or linked (UNIFY-05 to UNIFY-10). */
export const unifyPhone: IntegrationDefinition = {
  key: "unify_phone",
  name: "Unify Phone",
  tab: "mitel",
  description: "Bring the telephony of your PBX and CloudLink Chat into Unify Phone.",
  icon: "handset",
  privileges: ["delegatedAuthentication"],
  setUp: {
    by: "outside",
    status: "Incomplete",
    takes: [
      "A tenant on the Unify Phone platform is made, or linked by its API key from the tab Telephony connector of the Unify Phone administration app.",
      "The portal is not connected to the Unify Phone platform yet, so no tenant can be made or linked. What you enter here is kept for it.",
    ],
  },
  settings: {
    title: "Unify Phone Configuration",
    intro: "Please enter the information below to establish SIP connectivity between your solution and Unify Phone Platform.",
    fields: [
      { name: "isExistingTenant", label: "Are you onboarding a pre-existing tenant?", kind: "checkbox", initial: false },
      { name: "apiKey", label: "API Key", kind: "secret", required: true, shownWhen: { field: "isExistingTenant", is: true } },
      { name: "tenantName", label: "Tenant Name", kind: "text", enabledWhen: IN_NEW_TENANT, hint: "Recommended; it must be unique across all accounts." },
      { name: "firstName", label: "First Name", kind: "text", enabledWhen: IN_NEW_TENANT, hint: "What is left empty is taken from the Account Admin." },
      { name: "lastName", label: "Last Name", kind: "text", enabledWhen: IN_NEW_TENANT },
      { name: "email", label: "Email", kind: "text", format: "email", enabledWhen: IN_NEW_TENANT },
      { name: "countryCode", label: "Country Code", kind: "text", format: "digits", enabledWhen: IN_NEW_TENANT },
      { name: "phoneNumber", label: "Phone Number", kind: "text", format: "phone_number", enabledWhen: IN_NEW_TENANT },
    ],
  },
  loses: ["Users lose Unify Phone with this account, and what was entered for the tenant is deleted."],
  keeps: ["A tenant on the Unify Phone platform is not deleted."],
};

import type { IntegrationDefinition } from "../definition.ts";

export const microsoftOffice365: IntegrationDefinition = {
  key: "microsoft_office_365",
  name: "Microsoft Office 365",
  tab: "third_party",
  description: "Allows Mitel Cloudlink to integrate with Microsoft Office 365",
  icon: "calendar",
  linkable: true,
  setUp: {
    by: "outside",
    label: "Setup",
    status: "Consent could not be verified",
    takes: [
      "To authorize Mitel Cloudlink to work with Microsoft Office 365, consent must be provided through Azure by a user that is an Office 365 admin.",
      "The portal can not ask for that consent yet, so the set-up can not be completed.",
    ],
  },
  loses: ["Users can no longer link their Office 365 account to CloudLink applications."],
};

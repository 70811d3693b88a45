import type { IntegrationDefinition } from "../definition.ts";

/** Prerequisite: a gateway integration (TEAMS-02); which PBX it serves is known once it is onboarded. */
export const microsoftTeams: IntegrationDefinition = {
  key: "microsoft_teams",
  name: "Microsoft Teams",
  tab: "third_party",
  description: "Show in Microsoft Teams when users are on a call.",
  icon: "presence",
  needs: [["cloudlink_gateway"]],
  setUp: {
    by: "outside",
    status: "Not connected to Microsoft Teams yet",
    takes: ["Tenant, application and client secret of an app registration in Azure are needed; Microsoft is asked whether they are right.", "The portal can not reach Microsoft yet, so the set-up can not be completed. What you enter here is kept for it."],
  },
  settings: {
    title: "Microsoft Teams Integration",
    intro: "Please enter the tenant and client information. Note: Name your integration the same value you supplied in the 'Description' field of the client secret in Azure.",
    fields: [
      { name: "name", label: "Name", kind: "text", required: true },
      { name: "tenantId", label: "Tenant Id", kind: "text", format: "uuid", required: true },
      { name: "clientId", label: "Application (Client) Id", kind: "text", format: "uuid", required: true },
      { name: "clientSecret", label: "Client Secret (Value)", kind: "secret", required: true },
    ],
  },
  loses: ["Tenant, application and client secret are deleted, and presence is no longer carried to Microsoft Teams."],
};

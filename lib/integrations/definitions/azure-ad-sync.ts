import type { IntegrationDefinition } from "../definition.ts";

export const azureAdSync: IntegrationDefinition = {
  key: "azure_ad_sync",
  name: "Azure AD Sync",
  tab: "third_party",
  description: "Synchronize users between your Azure AD and Mitel's CloudLink based applications.",
  icon: "sync",
  setUp: {
    by: "outside",
    status: "No keys for Azure AD yet",
    takes: ["An Azure AD subscription with an application object is needed, and a key by which it reaches the portal.", "The portal does not take users from Azure AD yet, so no keys are given out and the set-up can not be completed."],
  },
  loses: ["Azure AD no longer adds, changes or removes users of the account."],
  keeps: ["Users who came from Azure AD stay."],
};

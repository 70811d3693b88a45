import type { IntegrationDefinition } from "../definition.ts";

export const azureAdSync: IntegrationDefinition = {
  key: "azure_ad_sync",
  name: "Azure AD Sync",
  tab: "third_party",
  description: "Synchronize users between your Azure AD and Mitel's CloudLink based applications.",
  icon: "sync",
  setUp: {
    by: "portal",
    dialog: "always",
    status: "No keys for Azure AD yet",
    done: "Azure AD can provision users",
    takes: ["An Azure AD subscription with an application object is needed, and the keys by which it reaches the portal."],
  },
  loses: ["The keys end: Azure AD no longer adds, changes or removes users of the account."],
  keeps: ["Users who came from Azure AD stay, and can be changed here from then on."],
};

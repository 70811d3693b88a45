/** The simulated Microsoft Entra ID as it runs beside the portal: how to sign in to its console, and whom a first start puts into it. */
import { DEFAULT_MAPPINGS } from "./mappings.ts";
import type { EntraSettings } from "./schemas.ts";

export const DEMO_ENTRA = { name: "entra-1", title: "Microsoft Entra ID", username: "admin", password: "entra-Demo-8316" };

/** The name of the SCIM application, as the manual gives it. */
export const APPLICATION = "Mitel CloudLink";

/** A group assigned to the application: the client provisions it until the administrator switches groups off (AADC-05). */
export const DEMO_GROUP = { displayName: "All employees", externalId: "5f0c2f6e-2d3b-4f4e-9d0a-3a3b1f1d7c11" };

export const FIRST_SETTINGS: EntraSettings = {
  mode: "Manual",
  tenantUrl: "",
  secretToken: "",
  groupsEnabled: true,
  userMappings: [...DEFAULT_MAPPINGS],
  timeoutMs: 10_000,
  draft: null,
  provisioning: "stopped",
  seen: 0,
  changes: 0,
  lastCycle: null,
  failedCycles: 0,
  nextCycleAt: null,
};

const NAMES = ["Anneliese Kraft", "Bruno Taveira", "Carla Winther", "Dmitri Vasko", "Elin Sandberg", "Farid Naceur", "Greta Ohlsen", "Hiro Tanabe"];

/** Three of them are assigned, as in the manual's picture. */
export const DEMO_PEOPLE = NAMES.map((displayName, index) => {
  const [givenName = "", surname = ""] = displayName.split(" ");
  const address = `${givenName}.${surname}@directory.example`.toLowerCase();
  return {
    userPrincipalName: address,
    displayName,
    givenName,
    surname,
    mail: address,
    mobile: `+4915550199${String(index).padStart(2, "0")}`,
    jobTitle: "Consultant",
    preferredLanguage: "en-US",
    streetAddress: "Hafenstraße 12",
    physicalDeliveryOfficeName: "Hamburg",
    assigned: index < 3,
  };
});

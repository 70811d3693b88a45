import { gatewayState, revertQuestion } from "#lib/gateways/rules.ts";
import type { IntegrationDefinition } from "../definition.ts";

/** Set up step by step with an appliance at the customer's (GW-05 to GW-55); how that stands is read of the appliance. */
export const cloudlinkGateway: IntegrationDefinition = {
  key: "cloudlink_gateway",
  name: "CloudLink Gateway",
  tab: "mitel",
  description: "Enable communications between Mitel on-premise PBXs and CloudLink based applications.",
  icon: "gateway",
  setUp: {
    by: "wizard",
    label: "Add Gateway",
    status: "No gateway detected",
    done: "Onboarding Complete",
    takes: [
      "The first access is made through the gateway itself, from a device in its own network.",
      "The steps then configure the gateway, connect its PBX and import the users.",
    ],
  },
  state: ({ gateway }) => gatewayState(gateway),
  revert: revertQuestion,
  loses: [
    "The gateway is reset to factory default: its association with the account, its site and the link to the PBX are gone.",
    "The users are no longer synchronized with the PBX.",
  ],
  keeps: ["The users that came from the PBX stay in the account."],
};

import type { IntegrationDefinition } from "../definition.ts";

export const zoom: IntegrationDefinition = {
  key: "zoom",
  name: "Zoom",
  tab: "third_party",
  description: "Give users of Zoom the telephony of your PBX.",
  icon: "video",
  linkable: true,
  setUp: {
    by: "outside",
    status: "Not connected to Zoom yet",
    takes: ["An administrator of the Zoom tenant signs in at Zoom and allows the access.", "The portal can not lead to Zoom's sign-in yet, so the set-up can not be completed."],
  },
  loses: ["Users can no longer link their Zoom account to CloudLink applications."],
  keeps: ["MiVoice Business services of users stay as they are."],
};

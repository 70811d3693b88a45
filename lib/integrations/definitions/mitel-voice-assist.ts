import type { IntegrationDefinition } from "../definition.ts";

/** Recipes: OP2-48. */
export const mitelVoiceAssist: IntegrationDefinition = {
  key: "mitel_voice_assist",
  name: "Mitel Voice Assist",
  tab: "mitel",
  description: "Enable Mitel's Voice Assist feature.",
  icon: "voice",
  needs: [["cloudlink_gateway"]],
  setUp: { by: "portal", status: "Choose a number, a timezone and a recipe", takes: ["Enter the number that the PBX sends to CloudLink, the timezone of the opening hours, and the recipe that answers."] },
  settings: {
    title: "Voice Assist Settings",
    intro: "Configure your Mitel Voice Assist flow using the following settings:",
    fields: [
      { name: "number", label: "Enter number:", kind: "text", format: "digits", required: true, hint: "The pilot number under which callers reach the recipe." },
      { name: "timeZone", label: "Choose timezone:", kind: "time_zone", required: true, hint: "It governs the opening and closing hours." },
      {
        name: "recipe",
        label: "Choose recipe:",
        kind: "choice",
        required: true,
        options: [
          { value: "opening_hours", label: "Attendant with opening and closing hours" },
          { value: "directory", label: "Attendant with directory" },
        ],
      },
    ],
  },
  ownPage: "voice-assist",
  pages: [{ id: "voiceAssist", path: "voice-assist", key: "v", needs: "integrations" }],
  loses: ["Calls to the pilot number are no longer answered by Voice Assist; its number, timezone, recipe and attached PBXs are deleted."],
};

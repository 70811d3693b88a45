import type { IntegrationDefinition } from "../definition.ts";

/** Its waiting room is confirmed by a word (MEET-07 to MEET-10). */
export const miteamMeetings: IntegrationDefinition = {
  key: "miteam_meetings",
  name: "MiTeam Meetings",
  tab: "mitel",
  description: "Real-time video conferencing for businesses across time zones and geography",
  icon: "meeting",
  privileges: ["guestAccess"],
  settings: {
    title: "MiTeam Meetings",
    fields: [
      {
        name: "optionalWaitingRoom",
        label: "Optional Waiting Room",
        kind: "switch",
        initial: false,
        hint: "By enabling optional waiting room you will provide users with ability to enable/disable waiting room for guest users while they try to enter the meeting room.",
      },
    ],
    confirmWord: "confirm",
  },
  loses: ["Users of the account can no longer use MiTeam Meetings; its settings are forgotten, and their licenses are taken back unless MiCollab controls them."],
};

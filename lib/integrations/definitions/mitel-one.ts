import type { IntegrationDefinition } from "../definition.ts";

/** Has Chat and MiTeam Meetings among its features while it is on the account (ONE-04 to ONE-13). */
export const mitelOne: IntegrationDefinition = {
  key: "mitel_one",
  name: "Mitel One",
  tab: "mitel",
  description: "",
  icon: "one",
  privileges: ["guestAccess"],
  subscription: "mitel_one",
  features: [
    { key: "chat", label: "Chat", hint: "Users chat in Mitel One.", initial: true, standsFor: "chat" },
    { key: "miteam_meetings", label: "MiTeam Meetings", hint: "Users hold meetings from Mitel One.", initial: true, standsFor: "miteam_meetings" },
    { key: "telephony", label: "Telephony", hint: "Users make and take calls in Mitel One.", initial: true },
  ],
  settings: {
    title: "Mitel One Settings",
    fields: [{ name: "allowAvatarChange", label: "Allow users to change their avatar", kind: "checkbox", initial: true }],
  },
  loses: ["Users of the account can no longer use Mitel One; its settings and features are forgotten."],
  keeps: ["Chat, and MiTeam Meetings if it was added by itself, stay as integrations of their own."],
};

import type { IntegrationDefinition } from "../definition.ts";

/** Its credentials are asked of Twilio before they are kept; what it is used for is managed on a page of its own (TWILIO-02, TWCH-01). */
export const twilio: IntegrationDefinition = {
  key: "twilio",
  name: "Twilio",
  tab: "third_party",
  description: "Send and receive SMS and WhatsApp messages through Twilio.",
  icon: "message",
  features: [{ key: "user_numbers", label: "User Numbers", hint: "Users of the account can be given SMS numbers of this Twilio account.", initial: false, onPage: true }],
  linkable: true,
  setUp: {
    by: "portal",
    dialog: "until_complete",
    label: "Complete Setup",
    status: "Not connected to Twilio yet",
    done: "Connected to Twilio",
    takes: ["Account SID and Auth Token of a Twilio account are needed; Twilio is asked whether they are right."],
  },
  settings: {
    title: "Twilio",
    intro: "The Twilio console of your company shows the Account SID and the Auth Token.",
    fields: [
      { name: "name", label: "Name", kind: "text", required: true },
      { name: "accountSid", label: "Account SID", kind: "text", format: "twilio_account_sid", required: true },
      { name: "authToken", label: "Auth Token", kind: "secret", required: true },
    ],
  },
  loses: ["The account SID and the auth token are deleted, and users can no longer send messages through Twilio.", "The SMS numbers of all users are taken from them."],
  keeps: ["The numbers themselves stay in the Twilio account."],
};

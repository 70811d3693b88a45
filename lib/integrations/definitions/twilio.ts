import type { IntegrationDefinition } from "../definition.ts";

export const twilio: IntegrationDefinition = {
  key: "twilio",
  name: "Twilio",
  tab: "third_party",
  description: "Send and receive SMS and WhatsApp messages through Twilio.",
  icon: "message",
  setUp: {
    by: "outside",
    status: "Not connected to Twilio yet",
    takes: ["Account SID and Auth Token of a Twilio account are needed; Twilio is asked whether they are right.", "The portal can not reach Twilio yet, so the set-up can not be completed. What you enter here is kept for it."],
  },
  settings: {
    title: "Twilio",
    fields: [
      { name: "name", label: "Name", kind: "text", required: true },
      { name: "accountSid", label: "Account SID", kind: "text", required: true },
      { name: "authToken", label: "Auth Token", kind: "secret", required: true },
    ],
  },
  loses: ["The account SID and the auth token are deleted, and users can no longer send messages through Twilio."],
};

import type { IntegrationDefinition } from "../definition.ts";

export const cmCom: IntegrationDefinition = {
  key: "cm_com",
  name: "CM.com",
  tab: "third_party",
  description: "Send and receive SMS, WhatsApp and Facebook messages through CM.com.",
  icon: "message",
  linkable: true,
  setUp: {
    by: "outside",
    status: "Not connected to CM.com yet",
    takes: ["Account ID and product token of a CM.com account are needed; CM.com is asked whether they are right.", "The portal can not reach CM.com yet, so the set-up can not be completed. What you enter here is kept for it."],
  },
  settings: {
    title: "CM.com",
    fields: [
      { name: "name", label: "Name", kind: "text", required: true },
      { name: "cmAccountId", label: "CM.com Account Id", kind: "text", required: true },
      { name: "productToken", label: "Product Token", kind: "secret", required: true },
    ],
  },
  loses: ["The account ID and the product token are deleted, and users can no longer send messages through CM.com."],
};

import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { DEFINITIONS } from "./registry.ts";
import { isInUse } from "./rules.ts";
import { INTEGRATION_KEYS } from "./schemas.ts";

/**
 * What CloudLink applications ask before they let a user link an account of their own at Zoom, Office 365, Twilio or CM.com:
 * that is possible only while the integration is in use in the user's account (INT-14).
 */
export const findLinkable = operation({
  name: "integrations.find-linkable",
  summary: "The integrations with which the person may link an account of their own",
  permission: [],
  scope: "self",
  kind: "read",
  delegable: true,
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ key: z.enum(INTEGRATION_KEYS), name: z.string() })) }),
  http: { method: "GET", path: "/me/linkable-integrations" },
  run: ({ actor }) => Promise.resolve({ items: DEFINITIONS.filter(({ key, linkable }) => linkable && isInUse(actor.integrations, key)).map(({ key, name }) => ({ key, name })) }),
});

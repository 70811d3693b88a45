/** The applications that people open from the portal (safe for the browser). Each comes with the integration of its key. */
import { z } from "zod";
import { ICON_NAMES } from "#lib/integrations/schemas.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

export const APPLICATION_KEYS = ["mitel_workflow_studio", "miteam_meetings"] as const satisfies readonly IntegrationKey[];
export type ApplicationKey = (typeof APPLICATION_KEYS)[number];

const ApplicationView = z.object({ key: z.enum(APPLICATION_KEYS), name: z.string(), icon: z.enum(ICON_NAMES) });
export type ApplicationView = z.infer<typeof ApplicationView>;

export const ApplicationList = z.object({ items: z.array(ApplicationView) });
export type ApplicationList = z.infer<typeof ApplicationList>;

/** Where the application takes the person in; good for a minute, and once. */
export const OpenedApplication = z.object({ address: z.url() });
export type OpenedApplication = z.infer<typeof OpenedApplication>;

/** What an application sends to the portal. */
export const RedeemTicketInput = z.object({ application: z.enum(APPLICATION_KEYS), ticket: z.string().max(4_000) });
export const IntrospectInput = z.object({ application: z.enum(APPLICATION_KEYS), token: z.string().max(200) });

export const ApplicationToken = z.object({ access_token: z.string(), token_type: z.literal("Bearer"), expires_in: z.number().int() });

/** RFC 7662, 2.2; with the account, and what an application that counts may count up to. */
export const Introspection = z.union([
  z.object({ active: z.literal(false) }),
  z.object({
    active: z.literal(true),
    client_id: z.enum(APPLICATION_KEYS),
    sub: z.uuid(),
    username: z.string(),
    name: z.string(),
    exp: z.number().int(),
    account: z.object({ id: z.uuid(), name: z.string() }),
    entitlement: z.object({ from: z.iso.date(), to: z.iso.date(), executions: z.object({ essential: z.number().int(), premier: z.number().int() }) }).optional(),
  }),
]);
export type Introspection = z.infer<typeof Introspection>;

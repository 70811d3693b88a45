/** What the dashboards show (safe for the browser). */
import { z } from "zod";
import { ELEMENT_KINDS, ELEMENT_STATUSES } from "#lib/network-elements/schemas.ts";

/** How many accounts that need attention are named; the rest is counted. */
export const ATTENTION_SHOWN = 8;

const Attention = z.object({
  accountId: z.uuid(),
  name: z.string(),
  userCount: z.number().int(),
  /** Users whose last provisioning run failed. */
  failedRuns: z.number().int(),
  /** Names of network elements that do not answer, or not as they should. */
  elements: z.array(z.string()),
  /** Open differences between the portal and the phone systems. */
  differences: z.number().int(),
  /** Subscriptions whose integration is not enabled. */
  missingIntegrations: z.number().int(),
  /** When the latest of these was noticed. */
  noticedAt: z.iso.datetime(),
});
export type Attention = z.infer<typeof Attention>;

/** The partner's dashboard: figures over all active customer accounts. */
export const PartnerDashboard = z.object({
  accounts: z.number().int(),
  accountsThisMonth: z.number().int(),
  deactivatedAccounts: z.number().int(),
  users: z.number().int(),
  failedRuns: z.number().int(),
  elementsNotReachable: z.number().int(),
  /** Orders that wait for an account, and those that expire within 90 days; null for who may not see orders. */
  orders: z.object({ toAssign: z.number().int(), expiring: z.number().int() }).nullable(),
  /** How many accounts need attention; `attention` names the first of them. */
  attentionCount: z.number().int(),
  attention: z.array(Attention),
});
export type PartnerDashboard = z.infer<typeof PartnerDashboard>;

const Element = z.object({
  id: z.uuid(),
  kind: z.enum(ELEMENT_KINDS),
  name: z.string(),
  status: z.enum(ELEMENT_STATUSES),
  checkedAt: z.iso.datetime(),
});

/** The steps from an empty account to users with phones, and which are done. */
export const FIRST_STEPS = ["networkElements", "template", "users", "services"] as const;

/** The dashboard of one account. */
export const AccountDashboard = z.object({
  users: z.number().int(),
  registered: z.number().int(),
  /** Users whose services failed or differ; counted up to a cap. */
  needingAttention: z.number().int(),
  needingAttentionIsExact: z.boolean(),
  withServices: z.boolean(),
  elements: z.array(Element),
  differences: z.number().int(),
  steps: z.record(z.enum(FIRST_STEPS), z.boolean()),
});
export type AccountDashboard = z.infer<typeof AccountDashboard>;

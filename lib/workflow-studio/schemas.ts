/** What flows of Workflow Studio have used (safe for the browser). */
import { z } from "zod";

export const WORKFLOW_TIERS = ["essential", "premier"] as const;

export const WorkflowUsage = z.object({
  /** The billing period, first and last day. */
  from: z.iso.date(),
  to: z.iso.date(),
  tiers: z.array(z.object({ tier: z.enum(WORKFLOW_TIERS), executed: z.number().int(), entitled: z.number().int() })),
});
export type WorkflowUsage = z.infer<typeof WorkflowUsage>;

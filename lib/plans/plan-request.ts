/** What a plan was asked with, as it is kept with the plan. */
import { z } from "zod";

export const PlanRequest = z.object({
  firstNumber: z.string().default(""),
  agentGroups: z.array(z.string()).default([]),
  contactCenter: z.boolean().default(false),
  otherPhonePrefix: z.string().default(""),
  otherPhoneSuffix: z.string().default(""),
  /** Numbers asked for, by user. */
  numbers: z.record(z.string(), z.string()).default({}),
  /** The differences to repair, by user. */
  repairs: z.record(z.string(), z.array(z.object({ kind: z.string(), key: z.string() }))).default({}),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

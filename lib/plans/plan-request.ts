/** What a plan was asked with, as it is kept with the plan. */
import { z } from "zod";

export const PlanRequest = z.object({
  firstNumber: z.string().default(""),
  agentGroups: z.array(z.string()).default([]),
  contactCenter: z.boolean().default(false),
  /** Mitel CX was assigned: the employee is made whether or not the template has an agent (CX-09). */
  mitelCx: z.boolean().default(false),
  /** What of the template is given: everything, or in an account without MiVoice Business the part of Mitel CX alone. */
  parts: z.enum(["all", "mitel_cx"]).default("all"),
  /** Asked for with "Apply Changes": applied as soon as nothing stands in the way, however often it has to be made anew until then. */
  atOnce: z.boolean().default(false),
  otherPhonePrefix: z.string().default(""),
  otherPhoneSuffix: z.string().default(""),
  /** Numbers asked for, by user. */
  numbers: z.record(z.string(), z.string()).default({}),
  /** The differences to repair, by user. */
  repairs: z.record(z.string(), z.array(z.object({ kind: z.string(), key: z.string() }))).default({}),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/** The MiVoice Business of an account at a glance (safe for the browser). */
import { z } from "zod";
import { NetworkElementView } from "#lib/network-elements/schemas.ts";

export const MivoiceBusinessView = z.object({
  /** Null while none is connected. */
  system: NetworkElementView.pick({ name: true, address: true, release: true, status: true, statusMessage: true, checkedAt: true }).nullable(),
  /** How much of it the portal looks after. */
  users: z.number().int(),
  phones: z.number().int(),
  groupMembers: z.number().int(),
  voicemailBoxes: z.number().int(),
});
export type MivoiceBusinessView = z.infer<typeof MivoiceBusinessView>;

/** Its directory numbers, as it told when it was asked. */
export const NumbersView = z.object({
  /** The system's own name; null while none is connected. */
  system: z.string().nullable(),
  /** Why it could not be asked; empty when it could. */
  problem: z.string(),
  ranges: z.array(z.object({ from: z.string(), to: z.string(), size: z.number().int(), used: z.number().int(), nextFree: z.string().nullable() })),
  /** Numbers in use that no range holds. */
  outside: z.number().int(),
  /** The lowest free numbers that match. */
  free: z.array(z.string()),
  /** The first of the numbers in use that match, by number or holder, and how many there are. */
  used: z.array(z.object({ number: z.string(), usedBy: z.string() })),
  usedCount: z.number().int(),
});
export type NumbersView = z.infer<typeof NumbersView>;

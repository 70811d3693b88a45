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

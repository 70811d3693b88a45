/** What the MBG takes over the network. */
import { z } from "zod";

const SipUserName = z.string().regex(/^(?!.*[@,])[!-~]{1,64}$/, "A SIP user name has 1 to 64 characters without @, comma and space.");
const SetNumber = z.string().regex(/^[0-9*#]{1,7}$/, "A directory number has 1 to 7 digits, * or #.");

export const SipUserBody = z.strictObject({
  sipUserName: SipUserName,
  number: SetNumber,
  description: z.string().max(200).default(""),
  /** Generated when left out. */
  sipPassword: z.string().max(128).optional(),
});

export const SipUserChanges = z.strictObject({
  sipUserName: SipUserName.optional(),
  number: SetNumber.optional(),
  description: z.string().max(200).optional(),
  sipPassword: z.string().max(128).optional(),
});

/** `teleworker` is a set of a user's phone; `sip` is a SIP user that only the MBG knows. */
export type SipUser = { sipUserName: string; number: string; description: string; kind: "teleworker" | "sip" };

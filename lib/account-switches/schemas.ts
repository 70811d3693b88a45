/** The switches of an account as a whole (safe for the browser). */
import { z } from "zod";

/** The two privileges (PRIV-01) and the call service (INFO-18). */
export const PRIVILEGES = ["delegatedAuthentication", "guestAccess"] as const;
export const CALL_SERVICES = ["bandwidthOptimization"] as const;
export type AccountSwitch = (typeof PRIVILEGES)[number] | (typeof CALL_SERVICES)[number];

export const AccountSwitches = z.object({ delegatedAuthentication: z.boolean(), guestAccess: z.boolean(), bandwidthOptimization: z.boolean() });
export type AccountSwitches = z.infer<typeof AccountSwitches>;

/** Each is set on its own; what is left out stays as it is (PRIV-08). */
export const UpdateAccountSwitches = AccountSwitches.partial();

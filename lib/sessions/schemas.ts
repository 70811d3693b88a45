import { z } from "zod";
import { SENTENCES } from "#lib/messages/sentences.ts";

/** What the browser calls itself; only its beginning is kept, and no length of it is a reason to refuse a sign-in. */
export const UserAgent = z.string().overwrite((text) => text.slice(0, 300)).default("");

/** The first step of sign-in takes the address, the second the password; the server gets both at once (OP1-02). */
export const SignInInput = z.object({
  email: z.string().trim().toLowerCase().min(1, SENTENCES.emailMissing).max(254),
  password: z.string().min(1, SENTENCES.passwordMissing).max(1_000),
  /** Which account to enter, where the address belongs to several (OP1-24). */
  accountId: z.uuid().optional(),
  userAgent: UserAgent,
});
export type SignInInput = z.infer<typeof SignInInput>;

export const SignInAnswer = z.object({
  status: z.enum(["signed_in", "choose_account"]),
  accounts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  sessionToken: z.string().nullable(),
});
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** Why MiAccess people are turned away; the sign-in page says these for a reason in its address, and no other. */
export const MIACCESS_REFUSALS = ["miaccessWithoutPolicy", "miaccessMovedAway", "miaccessAddressTaken"] as const;

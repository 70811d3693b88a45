import { z } from "zod";
import { SENTENCES } from "#lib/messages/sentences.ts";

/** WELCOME-04, OP1-88. An upper bound keeps the hash from being fed megabytes. */
export const NewPassword = z
  .string()
  .min(8, SENTENCES.passwordTooShort)
  .max(200, SENTENCES.passwordTooLong);

/** Whether a mailed link can still be used. */
export const LINK_STATES = ["open", "used", "expired", "deactivated", "unknown"] as const;

export const LINK_PURPOSES = ["registration", "password_reset"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const LinkView = z.object({
  state: z.enum(LINK_STATES),
  /** Whom an open link is for; empty otherwise. */
  name: z.string(),
  email: z.string(),
  accountName: z.string(),
});
export type LinkView = z.infer<typeof LinkView>;

export const CompleteLinkInput = z.object({ token: z.string(), password: NewPassword });

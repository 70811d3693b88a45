/** Who holds a phone number that another user was to get (CONFLICT-03 to CONFLICT-06). Safe for the browser. */
import { z } from "zod";

/** As it was typed: with spaces, brackets and dashes, which do not count. */
export const FindNumberHoldersInput = z.object({
  number: z
    .string()
    .trim()
    .max(40, "At most 40 characters.")
    .regex(/^\+?[\d\s()./-]*\d[\d\s()./-]*$/, "Please enter a phone number or an extension."),
});

export const NUMBER_KINDS = ["mobile", "work", "other", "extension", "service"] as const;

export const NumberHolder = z.object({
  userId: z.uuid(),
  name: z.string(),
  status: z.enum(["ACTIVE", "INACTIVE"]),
  username: z.string(),
  /** As it is stored with the user. */
  phone: z.string(),
  kind: z.enum(NUMBER_KINDS),
});
export type NumberHolder = z.infer<typeof NumberHolder>;

export const NumberHolders = z.object({ items: z.array(NumberHolder) });

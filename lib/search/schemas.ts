import { z } from "zod";
import { ACCOUNT_STATUSES } from "#lib/accounts/schemas.ts";

export const SearchInput = z.object({
  text: z.string().trim().min(1, "Please type what to search for.").max(100, "At most 100 characters."),
  /** The account whose pages are open; its users are found first. */
  openAccountId: z.uuid().optional(),
});

export const FoundAccount = z.object({ id: z.uuid(), name: z.string(), status: z.enum(ACCOUNT_STATUSES) });
export type FoundAccount = z.infer<typeof FoundAccount>;

export const FoundUser = z.object({ id: z.uuid(), accountId: z.uuid(), accountName: z.string(), name: z.string(), email: z.string(), extension: z.string() });
export type FoundUser = z.infer<typeof FoundUser>;

/** The best hits of each kind; `more` tells that there are others. */
export const SearchAnswer = z.object({
  accounts: z.object({ items: z.array(FoundAccount), more: z.boolean() }),
  users: z.object({ items: z.array(FoundUser), more: z.boolean() }),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** What the portal shows of Azure AD Sync. Safe for the browser. */
import { z } from "zod";

/** How a directory reaches the account; the token itself is shown once, when it is made (SCIM-06, OP 43). */
export const ScimConnectionView = z.object({
  tenantUrl: z.string(),
  /** Null while no keys were made (SCIM-05). */
  madeAt: z.iso.datetime().nullable(),
  madeBy: z.string(),
  /** When a directory was let in last; null when none ever was with the present token. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ScimConnectionView = z.infer<typeof ScimConnectionView>;

export const ScimKeys = ScimConnectionView.extend({ secretToken: z.string() });
export type ScimKeys = z.infer<typeof ScimKeys>;

/** What the directory says of a user, one line for each value (USER-46). */
export const DirectoryData = z.object({
  lines: z.array(z.object({ name: z.string(), value: z.string() })),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type DirectoryData = z.infer<typeof DirectoryData>;

import { z } from "zod";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { passwordResetSet } from "./mail-set.ts";
import { UserSelection } from "./schemas.ts";

/** Sends the selected users who have registered a link to set a new password (USER-53 to USER-56, OP1-66). */
export const resetPasswords = operation({
  name: "users.reset-passwords",
  summary: "Send users a link to set a new password",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/password-resets" },
  run: (context, { selection }) => actOnSelection(context, selection, "password_reset", passwordResetSet),
});

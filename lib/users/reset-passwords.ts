import { z } from "zod";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { passwordResetSet } from "./mail-set.ts";
import { UserSelection } from "./schemas.ts";

/** Sends the selected users who have registered a link to set a new password (USER-53 to USER-57, OP1-66). */
export const resetPasswords = operation({
  name: "users.reset-passwords",
  summary: "Send users a link to set a new password",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/password-resets" },
  run(context, { selection }) {
    // The passwords of such an account are kept by its identity provider (USER-57).
    if (isInUse(context.account.integrations, "single_sign_on")) throw conflict("This account uses Single Sign-On: passwords are reset at its identity provider.");
    return actOnSelection(context, selection, "password_reset", passwordResetSet);
  },
});

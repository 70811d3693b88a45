import { z } from "zod";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { welcomeSet } from "./mail-set.ts";
import { UserSelection } from "./schemas.ts";

/** Sends the welcome mail to the selected users, and to nobody else (USER-58 to USER-60, WELCOME-09, IMPORT-25). */
export const sendWelcomeMails = operation({
  name: "users.send-welcome-mails",
  summary: "Send the welcome e-mail to users",
  // Either right is enough (PERM-15, PERM-16).
  permission: [{ feature: "users", action: "add" }, { feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/welcome-mails" },
  run: (context, { selection }) => actOnSelection(context, selection, "welcome", welcomeSet),
});

import { z } from "zod";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { deploymentSet } from "./deployment-set.ts";
import { UserSelection } from "./schemas.ts";

/** Sends the MiVoice Business deployment mails when the administrator decides (USER-61 to USER-67, OP1-31, OP1-32). */
export const sendDeploymentMails = operation({
  name: "users.send-deployment-mails",
  summary: "Send the MiVoice Business deployment e-mails to users",
  permission: [{ feature: "users", action: "add" }, { feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/deployment-mails" },
  run: (context, { selection }) => actOnSelection(context, selection, "mivb_deployment", deploymentSet),
});

import { z } from "zod";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { OFFICE_400 } from "#lib/gateways/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { officeDeploymentSet } from "./mail-set.ts";
import { UserSelection } from "./schemas.ts";

/** Sends the deployment mails of accounts with a MiVoice Office 400 (GW-45 to GW-47). */
export const sendOfficeMails = operation({
  name: "users.send-office-deployment-mails",
  summary: "Send the Mitel Office deployment e-mails to users",
  permission: [{ feature: "users", action: "add" }, { feature: "users", action: "edit" }],
  integration: { key: "cloudlink_gateway", feature: OFFICE_400 },
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/office-deployment-mails" },
  run: (context, { selection }) => actOnSelection(context, selection, "office_deployment", officeDeploymentSet),
});

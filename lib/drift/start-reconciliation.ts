import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";

/** Looks at the systems now, instead of waiting for the schedule. */
export const startReconciliation = operation({
  name: "drift.reconcile",
  summary: "Compare the systems with what was asked for, now",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  unrecorded: "Looking at the systems changes nothing on them and nothing that anybody asked for.",
  input: z.object({}),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/differences/reconcile" },
  async run({ account, enqueue }) {
    await enqueue("provisioning.reconcile", { accountId: account.id });
    return {};
  },
});

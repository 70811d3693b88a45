import { z } from "zod";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { publish } from "#lib/live/publish.ts";
import { operation } from "#lib/operations/operation.ts";
import { storeState } from "./state.ts";

/** Asks the service now, instead of waiting for the schedule. */
export const startTenantSynchronization = operation({
  name: "unify-phone.synchronize",
  summary: "Take over the Unify Phone licenses that the PBX has given, now",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  integration: { key: "unify_phone" },
  unrecorded: "What the service says is recorded with every license that it changes.",
  input: z.object({}),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/unify-phone/synchronize" },
  async run({ account, db, enqueue }) {
    await storeState(db, account.id, { status: "working" });
    await enqueue("unify-phone.synchronize", { accountId: account.id });
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return {};
  },
});

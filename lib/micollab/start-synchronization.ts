import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { z } from "zod";
import { publish } from "#lib/live/publish.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readPlace } from "./place.ts";
import { storeState } from "./state.ts";

/** Asks the MiCollab server now, instead of waiting for the schedule. */
export const startSynchronization = operation({
  name: "micollab.synchronize",
  summary: "Take over what the MiCollab server has assigned, now",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  integration: { key: "micollab" },
  unrecorded: "What the server says is recorded with every license that it changes.",
  input: z.object({}),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/micollab/synchronize" },
  async run({ account, db, enqueue }) {
    if (!(await readPlace(db, account.id))?.server) throw conflict("No MiCollab is connected to this account.");
    await storeState(db, account.id, { status: "working" });
    await enqueue("micollab.synchronize", { accountId: account.id });
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return {};
  },
});

import { z } from "zod";
import { reportOf } from "#lib/bulk-jobs/report.ts";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { publish } from "#lib/live/publish.ts";
import { forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "./bulk-act.ts";
import { deleteSet } from "./delete-set.ts";
import { UserSelection } from "./schemas.ts";

/** Deletes users of an account; many of them by a job (USER-81 to USER-88). */
export const deleteUsers = operation({
  name: "users.delete",
  summary: "Delete users of an account",
  permission: [{ feature: "users", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/delete" },
  async run(context, { selection }) {
    // Partners are never deleted here (LOGIN-09).
    if (context.account.kind === "partner") throw forbidden("Users of a partner account can not be deleted in the portal.");
    const result = await actOnSelection(context, selection, "delete_users", deleteSet);
    // Of what a job does it tells itself at its end.
    if (result.done > 0) {
      await context.notify({ to: context.actor, ...reportOf({ kind: "delete_users", ...result, failed: 0 }, []) });
      await publish(context.db, { channel: "account", accountId: context.account.id, topic: "users" });
    }
    return result;
  },
});

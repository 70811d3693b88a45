import { z } from "zod";
import { publish } from "#lib/live/publish.ts";
import { forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { deleteUsersOf } from "#lib/users/delete-set.ts";
import { lockDirectory } from "./refuse-taken.ts";
import { readDirectoryUser } from "./user-resource.ts";

/** Removes a user whom the directory has deleted for good (SCIMAPI-20). Who still has phones stays listed without an account until those are removed. */
export const deleteScimUser = operation({
  name: "scim.delete-user",
  summary: "Remove a user whom the directory has deleted",
  permission: [],
  scope: "scim",
  kind: "write",
  input: z.object({ id: z.string() }),
  output: z.null(),
  http: null,
  async run({ actor, account, db, emit, now }, { id }) {
    await lockDirectory(db, account.id);
    const user = await readDirectoryUser(db, account.id, id);
    const by = { userId: "", accountId: actor.accountId, name: actor.name };
    const [outcome] = await deleteUsersOf({ db, emit, accountId: account.id, actor: by, now }, [user.id], { atSource: true });
    if (outcome?.outcome === "left_out") throw forbidden(outcome.reason);
    await publish(db, { channel: "account", accountId: account.id, topic: "users" });
    return null;
  },
});

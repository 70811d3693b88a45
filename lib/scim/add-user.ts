import { z } from "zod";
import { newId } from "#lib/db/id.ts";
import { publish } from "#lib/live/publish.ts";
import { operation } from "#lib/operations/operation.ts";
import { countUsers } from "#lib/users/count-users.ts";
import { readAttributes } from "./attributes.ts";
import { checkAttributes, portalUserOf } from "./portal-user.ts";
import { lockDirectory, refuseTaken } from "./refuse-taken.ts";
import { attributeChanges, keepAttributes } from "./store-user.ts";
import { readDirectoryUser, toResource, UserResource } from "./user-resource.ts";

/**
 * Makes a user of the account (SCIMAPI-10). No mail goes out: the admin sends the welcome e-mail (OP 44). Nor is anybody given rights,
 * whatever role the directory names (OP 39). Who was deleted here and stays listed comes back as the same user (OP1-35).
 */
export const addScimUser = operation({
  name: "scim.add-user",
  summary: "Add a user whom the directory has sent",
  permission: [],
  scope: "scim",
  kind: "write",
  input: z.object({ body: z.record(z.string(), z.unknown()) }),
  output: UserResource,
  http: null,
  async run({ actor, account, db, emit, now }, { body }) {
    const attributes = { active: true, ...readAttributes(body) };
    checkAttributes(attributes);
    await lockDirectory(db, account.id);
    const user = portalUserOf(attributes);
    const listed = await db.user.findFirst({ where: { accountId: account.id, email: user.email, disabledAt: { not: null }, scim: null }, select: { id: true } });
    await refuseTaken(db, account.id, listed?.id ?? null, attributes);
    const columns = { ...user, origin: "scim", disabledAt: attributes.active ? null : now, modifiedAt: now, modifiedBy: actor.name };
    const id = listed?.id ?? newId();
    if (listed) await db.user.update({ where: { accountId_id: { accountId: account.id, id } }, data: { ...columns, version: { increment: 1 } } });
    else {
      await db.user.createMany({ data: { ...columns, accountId: account.id, id, createdAt: now } });
      await countUsers(db, account.id, 1);
    }
    await keepAttributes(db, { accountId: account.id, userId: id }, attributes, now);
    await emit({ action: "Add", asset: { kind: "user", id, name: user.name }, changes: attributeChanges({}, attributes) });
    await publish(db, { channel: "account", accountId: account.id, topic: "users" });
    return toResource(await readDirectoryUser(db, account.id, id), actor.address);
  },
});

import { z } from "zod";
import { sentence } from "#lib/messages/sentences.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { GuestView } from "./schemas.ts";

/** Who a guest is, where, and which chats are open to them: all that guests may see (PRIV-13). */
export const getGuest = operation({
  name: "access-tokens.get-guest",
  summary: "The guest that a guest token stands for, and the chats that are open to guests",
  permission: [],
  scope: "public",
  kind: "read",
  input: z.object({}),
  output: GuestView,
  http: { method: "GET", path: "/guest" },
  async run({ actor, db }) {
    if (actor.kind !== "guest") throw new OperationError("unauthenticated", sentence("signInFirst"));
    const { accountId, accountName, name, expiresAt } = actor;
    const chats = await db.chatOverlay.findMany({ where: { accountId, enabled: true }, select: { name: true, website: true, heading: true, greeting: true }, orderBy: { name: "asc" } });
    return { name, account: { name: accountName }, chats, expiresAt: expiresAt.toISOString() };
  },
});

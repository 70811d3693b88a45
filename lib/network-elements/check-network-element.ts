import { z } from "zod";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { askPeer, openPassword } from "./connect.ts";
import { readElement } from "./find-network-elements.ts";
import { NetworkElementView } from "./schemas.ts";
import type { ElementKind } from "./schemas.ts";

/** Asks a system again who it is and keeps what it said (ACDPRE-01). */
export const checkNetworkElement = operation({
  name: "network-elements.check",
  summary: "Check the connection to a network element",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "write",
  unrecorded: "Looking whether a system answers changes nothing that anybody asked for.",
  input: z.object({ elementId: z.uuid() }),
  output: NetworkElementView,
  http: { method: "POST", path: "/accounts/{accountId}/network-elements/{elementId}/check" },
  async run({ account, db, now }, { elementId }) {
    const where = { accountId_id: { accountId: account.id, id: elementId } };
    const element = await db.networkElement.findUnique({ where });
    if (!element) throw notFound("The network element");
    const peer = await askPeer(element.kind as ElementKind, { address: element.address, username: element.username, password: openPassword(element) });
    const told = peer.status === "connected" ? { ...peer, statusMessage: "" } : { status: peer.status, statusMessage: peer.statusMessage };
    await db.networkElement.update({ where, data: { ...told, checkedAt: now } });
    return readElement(db, account.id, elementId);
  },
});

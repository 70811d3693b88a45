import { changesBetween } from "#lib/events/emit.ts";
import { conflict, invalid, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { askPeer, openPassword, sealPassword } from "./connect.ts";
import { readElement } from "./find-network-elements.ts";
import { NetworkElementView, UpdateNetworkElementInput } from "./schemas.ts";
import type { ElementKind } from "./schemas.ts";

/** Changes how a system is reached; the new way is tried before it is kept. */
export const updateNetworkElement = operation({
  name: "network-elements.update",
  summary: "Change how a network element is reached",
  permission: [{ feature: "integrations", action: "edit" }],
  scope: "account",
  kind: "write",
  input: UpdateNetworkElementInput,
  output: NetworkElementView,
  http: { method: "PATCH", path: "/accounts/{accountId}/network-elements/{elementId}" },
  async run({ actor, account, db, emit, now }, { elementId, version, address, username, password }) {
    const before = await db.networkElement.findUnique({ where: { accountId_id: { accountId: account.id, id: elementId } } });
    if (!before) throw notFound("The network element");
    // Whoever may change the address would else have the password sent to a server of their own.
    if (!password && new URL(address).origin !== new URL(before.address).origin) throw invalid("Please enter the password: the stored one is not sent to another address.", "password");
    const used = password || openPassword(before);
    const peer = await askPeer(before.kind as ElementKind, { address, username, password: used });
    if (peer.status !== "connected") throw invalid(peer.statusMessage, peer.field);
    // Only the row as it was read is changed: who saves second is told, and nothing is overwritten.
    const { count } = await db.networkElement.updateMany({
      where: { accountId: account.id, id: elementId, version },
      data: {
        name: peer.name,
        address,
        username,
        release: peer.release,
        status: "connected",
        statusMessage: "",
        checkedAt: now,
        modifiedAt: now,
        modifiedBy: actor.name,
        version: { increment: 1 },
        ...(password ? { passwordSealed: sealPassword(account.id, elementId, password) } : {}),
      },
    });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this system meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    await emit({
      action: "Edit",
      asset: { kind: "network_element", id: elementId, name: peer.name },
      changes: changesBetween({ name: before.name, address: before.address, username: before.username, release: before.release }, { name: peer.name, address, username, release: peer.release }),
      details: password ? { password: "changed" } : {},
    });
    return readElement(db, account.id, elementId);
  },
});

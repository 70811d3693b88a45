import { newId } from "#lib/db/id.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { askPeer, sealPassword } from "./connect.ts";
import { readElement } from "./find-network-elements.ts";
import { AddNetworkElementInput, ELEMENT_LABELS, NetworkElementView } from "./schemas.ts";

/** Connects a system to an account. It is asked who it is first, so that a wrong address or password is told at once. */
export const addNetworkElement = operation({
  name: "network-elements.add",
  summary: "Connect a network element to an account",
  permission: [{ feature: "integrations", action: "add" }],
  scope: "account",
  kind: "write",
  input: AddNetworkElementInput,
  output: NetworkElementView,
  http: { method: "POST", path: "/accounts/{accountId}/network-elements" },
  async run({ actor, account, db, emit, enqueue, now }, { kind, address, username, password }) {
    const present = await db.networkElement.findFirst({ where: { accountId: account.id, kind }, select: { name: true } });
    if (present) throw conflict(`This account has a ${ELEMENT_LABELS[kind]} already: ${present.name}.`, "kind");
    const peer = await askPeer(kind, { address, username, password });
    if (peer.status !== "connected") throw invalid(peer.statusMessage, peer.field);
    const id = newId();
    await db.networkElement.create({
      data: {
        accountId: account.id,
        id,
        kind,
        name: peer.name,
        address,
        username,
        passwordSealed: sealPassword(account.id, id, password),
        release: peer.release,
        status: "connected",
        checkedAt: now,
        createdAt: now,
        modifiedAt: now,
        modifiedBy: actor.name,
      },
    });
    await emit({ action: "Add", asset: { kind: "network_element", id, name: peer.name }, changes: Object.entries({ kind, address, username, release: peer.release }).map(([property, after]) => ({ property, before: null, after })) });
    // Does nothing without the integration MiCollab.
    if (kind === "micollab") await enqueue("micollab.synchronize", { accountId: account.id });
    return readElement(db, account.id, id);
  },
});

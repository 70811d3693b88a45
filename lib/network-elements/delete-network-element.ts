import { z } from "zod";
import { takeLeave } from "#lib/micollab/take-leave.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readElement } from "./find-network-elements.ts";

/** Disconnects a system. Refused while users have services on it or get them, which nobody could remove afterwards (pains 24). */
export const deleteNetworkElement = operation({
  name: "network-elements.delete",
  summary: "Disconnect a network element",
  permission: [{ feature: "integrations", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ elementId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/network-elements/{elementId}" },
  async run({ account, db, emit }, { elementId }) {
    const element = await readElement(db, account.id, elementId);
    if (element.serviceCount > 0) throw conflict(`${element.name} still holds ${element.serviceCount} services of this account's users. Remove them first.`);
    const atWork = await db.provisioningRun.count({ where: { accountId: account.id, status: { in: ["queued", "running", "waiting"] }, steps: { some: { elementId } } } });
    if (atWork > 0) throw conflict(`A plan is at work on ${element.name}. Wait until it is done.`);
    const isTold = element.kind !== "micollab" || (await takeLeave(db, account.id));
    await db.drift.deleteMany({ where: { accountId: account.id, elementId } });
    await db.networkElement.delete({ where: { accountId_id: { accountId: account.id, id: elementId } } });
    await emit({ action: "Delete", asset: { kind: "network_element", id: elementId, name: element.name }, details: { address: element.address, ...(!isTold && { chat: "The server could not be told, and may go on with chat." }) } });
    return {};
  },
});

import { z } from "zod";
import { invalid, notFound, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { connectElement } from "./connect.ts";

/** Switches Flow Through Provisioning between MiCollab and MiVoice Business, which the ACD SIP softphone needs (ACDPRE-03). */
export const setFlowThrough = operation({
  name: "network-elements.set-flow-through",
  summary: "Switch Flow Through Provisioning of a MiCollab on or off",
  permission: [{ feature: "integrations", action: "edit" }],
  scope: "account",
  kind: "write",
  input: z.object({ elementId: z.uuid(), on: z.boolean() }),
  output: z.object({ on: z.boolean() }),
  http: { method: "PUT", path: "/accounts/{accountId}/network-elements/{elementId}/flow-through" },
  async run({ account, db, emit }, { elementId, on }) {
    const element = await db.networkElement.findUnique({ where: { accountId_id: { accountId: account.id, id: elementId } } });
    if (!element) throw notFound("The network element");
    if (element.kind !== "micollab") throw invalid("Flow Through Provisioning is a setting of MiCollab.");
    const clientService = connectElement<"micollab">(element);
    try {
      const { flowThrough } = await clientService.info();
      const asset = { kind: "network_element", id: elementId, name: element.name } as const;
      // Written first, so that nothing is switched that the history could not tell.
      await emit(flowThrough === on ? [] : { action: "Edit", asset, changes: [{ property: "flowThrough", before: flowThrough, after: on }] });
      if (flowThrough !== on) await clientService.setFlowThrough(on);
    } catch (error) {
      if (error instanceof PeerError) throw new OperationError("peer_failed", error.message);
      throw error;
    }
    return { on };
  },
});

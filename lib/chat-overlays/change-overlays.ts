import { z } from "zod";
import { newId } from "#lib/db/id.ts";
import { changesBetween } from "#lib/events/emit.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readOverlay } from "./find-overlays.ts";
import { OverlayFields, OverlayView, UpdateOverlayInput } from "./schemas.ts";

/** Setting up what an integration offers is configuring it (OP1-68). */
const MAY_CONFIGURE = [
  { feature: "integrations", action: "edit" },
  { feature: "integrations", action: "add" },
] as const;

/** Creates a chat for a website (MICC-04). */
export const addOverlay = operation({
  name: "chat-overlays.add",
  summary: "Create a chat overlay",
  permission: MAY_CONFIGURE,
  integration: { key: "micc" },
  scope: "account",
  kind: "write",
  input: OverlayFields,
  output: OverlayView,
  http: { method: "POST", path: "/accounts/{accountId}/chat-overlays" },
  async run({ actor, account, db, emit, now }, fields) {
    await holdIntegration(db, account.id, "micc");
    const id = newId();
    await db.chatOverlay.create({ data: { ...fields, accountId: account.id, id, createdAt: now, modifiedAt: now, modifiedBy: actor.name } });
    await emit({ action: "Add", asset: { kind: "chat_overlay", id, name: fields.name }, changes: Object.entries(fields).map(([property, after]) => ({ property, before: null, after })) });
    return readOverlay(db, account.id, id);
  },
});

/** Changes a chat, or takes it off its website for a while. */
export const updateOverlay = operation({
  name: "chat-overlays.update",
  summary: "Change a chat overlay",
  permission: MAY_CONFIGURE,
  integration: { key: "micc" },
  scope: "account",
  kind: "write",
  input: UpdateOverlayInput,
  output: OverlayView,
  http: { method: "PUT", path: "/accounts/{accountId}/chat-overlays/{overlayId}" },
  async run({ actor, account, db, emit, now }, { overlayId, version, ...fields }) {
    const before = await readOverlay(db, account.id, overlayId);
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    const { count } = await db.chatOverlay.updateMany({ where: { accountId: account.id, id: overlayId, version }, data: { ...fields, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this chat meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    await emit({ action: "Edit", asset: { kind: "chat_overlay", id: overlayId, name: fields.name }, changes });
    return readOverlay(db, account.id, overlayId);
  },
});

/** Deletes a chat; its website no longer shows it. */
export const deleteOverlay = operation({
  name: "chat-overlays.delete",
  summary: "Delete a chat overlay",
  permission: MAY_CONFIGURE,
  integration: { key: "micc" },
  scope: "account",
  kind: "write",
  input: z.object({ overlayId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/chat-overlays/{overlayId}" },
  async run({ account, db, emit }, { overlayId }) {
    const { name, website } = await readOverlay(db, account.id, overlayId);
    // Of two who delete it at once, one finds it gone.
    const { count } = await db.chatOverlay.deleteMany({ where: { accountId: account.id, id: overlayId } });
    if (count === 0) throw notFound("The chat overlay");
    await emit({ action: "Delete", asset: { kind: "chat_overlay", id: overlayId, name }, details: { website } });
    return {};
  },
});

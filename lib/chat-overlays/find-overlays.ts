import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { OverlayList } from "./schemas.ts";
import type { OverlayView } from "./schemas.ts";

type Row = Omit<OverlayView, "modifiedAt"> & { modifiedAt: Date };

function toView({ modifiedAt, ...row }: Row): OverlayView {
  return { ...row, modifiedAt: modifiedAt.toISOString() };
}

/**
 * Reads one chat overlay of an account.
 * @throws OperationError not_found when the account has no such overlay
 */
export async function readOverlay(db: Db, accountId: string, id: string): Promise<OverlayView> {
  const row = await db.chatOverlay.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!row) throw notFound("The chat overlay");
  return toView(row as Row);
}

/** The chat overlays of an account (MICC-03). */
export const findOverlays = operation({
  name: "chat-overlays.find",
  summary: "List the chat overlays of an account",
  permission: [{ feature: "integrations", action: "view" }],
  integration: { key: "micc" },
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: OverlayList,
  http: { method: "GET", path: "/accounts/{accountId}/chat-overlays" },
  run: async ({ account, db }) => ({ items: ((await db.chatOverlay.findMany({ where: { accountId: account.id }, orderBy: [{ name: "asc" }, { id: "asc" }] })) as Row[]).map(toView) }),
});

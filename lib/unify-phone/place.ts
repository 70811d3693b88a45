/** Where an account stands with Unify Phone: its link, and what opens its tenant. */
import type { Db } from "#lib/db/client.ts";
import { openSecret } from "#lib/integrations/settings.ts";
import type { StoredSettings } from "#lib/integrations/settings.ts";
import type { LinkId } from "./client.ts";

export type Place = { link: LinkId; apiKey: string };

/** Reads the place; null for an account that is deactivated, or whose integration is not set up, or on its way out. */
export async function readPlace(db: Db, accountId: string): Promise<Place | null> {
  const integration = await db.integration.findUnique({ where: { accountId_key: { accountId, key: "unify_phone" }, account: { status: "active" } } });
  if (integration?.status !== "on" || integration.removal !== null) return null;
  return { link: { accountId, since: integration.addedAt }, apiKey: openSecret({ accountId, key: "unify_phone" }, "apiKey", integration.settings as StoredSettings) };
}

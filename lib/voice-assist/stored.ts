/** What the portal keeps of an account's Voice Assist beside the settings of its integration. */
import type { Db } from "#lib/db/client.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { shownValues } from "#lib/integrations/settings.ts";
import type { StoredSettings } from "#lib/integrations/settings.ts";
import type { AttachedPbx } from "./schemas.ts";

export type VoiceAssistState = { status: "working" | "done" | "failed"; message: string; pbxs: AttachedPbx[] };

const NEW: VoiceAssistState = { status: "working", message: "", pbxs: [] };

/** The state; as it begins where there is none. */
export async function readState(db: Db, accountId: string): Promise<VoiceAssistState> {
  const row = await db.voiceAssistState.findUnique({ where: { accountId }, omit: { accountId: true } });
  return row ? (row as unknown as VoiceAssistState) : NEW;
}

/** Stores what has changed of the state. */
export async function storeState(db: Db, accountId: string, changes: Partial<VoiceAssistState> & Pick<VoiceAssistState, "status">): Promise<void> {
  await db.voiceAssistState.upsert({ where: { accountId }, create: { accountId, ...changes }, update: changes });
}

/**
 * The settings of the integration; null while it is not set up.
 * @param evenLeaving also while a job removes it: until then its pages stay
 */
export async function readSettings(db: Db, accountId: string, evenLeaving = false): Promise<{ number: string; timeZone: string; recipe: string } | null> {
  const integration = await db.integration.findUnique({ where: { accountId_key: { accountId, key: "mitel_voice_assist" } } });
  if (integration?.status !== "on" || (integration.removal !== null && !evenLeaving)) return null;
  const { number, timeZone, recipe } = shownValues(definitionOf("mitel_voice_assist").settings!.fields, integration.settings as StoredSettings);
  return { number: String(number), timeZone: String(timeZone), recipe: String(recipe) };
}

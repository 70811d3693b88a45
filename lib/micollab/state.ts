/** What is stored of the last synchronization with a MiCollab server. */
import type { Db } from "#lib/db/client.ts";

export type RefusedUser = { userId: string; name: string };

export type MicollabState = {
  status: "working" | "done" | "failed";
  message: string;
  serverName: string;
  chatEnabled: boolean | null;
  assigned: string[];
  refused: RefusedUser[];
  unknown: string[];
  answeredAt: Date | null;
};

const NEW: MicollabState = { status: "working", message: "", serverName: "", chatEnabled: null, assigned: [], refused: [], unknown: [], answeredAt: null };

/** Reads the state; as it begins where there is none. */
export async function readState(db: Db, accountId: string): Promise<MicollabState> {
  const row = await db.micollabState.findUnique({ where: { accountId }, omit: { accountId: true } });
  return row ? ({ ...row } as unknown as MicollabState) : NEW;
}

/** Stores what has changed of the state. */
export async function storeState(db: Db, accountId: string, changes: Partial<MicollabState> & Pick<MicollabState, "status">): Promise<void> {
  await db.micollabState.upsert({ where: { accountId }, create: { accountId, ...changes }, update: changes });
}

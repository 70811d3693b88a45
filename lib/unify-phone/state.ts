/** What is stored of the tenant of an account, and of how the service was asked last. */
import type { Db } from "#lib/db/client.ts";
import type { SyncStatus, Tenant } from "./schemas.ts";

export type UnifyPhoneState = { status: SyncStatus; message: string; tenant: Tenant; unknown: string[]; answeredAt: Date | null };

/** Reads the state; null for an account without a tenant. */
export async function readState(db: Db, accountId: string): Promise<UnifyPhoneState | null> {
  return (await db.unifyPhoneState.findUnique({ where: { accountId }, omit: { accountId: true } })) as unknown as UnifyPhoneState | null;
}

/** Stores a tenant that was linked just now. */
export async function beginState(db: Db, accountId: string, tenant: Tenant): Promise<void> {
  const fresh = { status: "working", message: "", tenant, unknown: [], answeredAt: null };
  await db.unifyPhoneState.upsert({ where: { accountId }, create: { accountId, ...fresh }, update: fresh });
}

/** Stores what has changed; nothing for an account without a tenant. */
export async function storeState(db: Db, accountId: string, changes: Partial<UnifyPhoneState> & Pick<UnifyPhoneState, "status">): Promise<void> {
  await db.unifyPhoneState.updateMany({ where: { accountId }, data: changes });
}

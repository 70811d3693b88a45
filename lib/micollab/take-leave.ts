import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { connectionTo } from "#lib/network-elements/connect.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { connectCloudLink } from "#lib/provisioning/adapters/cloudlink.ts";
import { readPlace } from "./place.ts";

/**
 * Tells the MiCollab server of an account that the account lets go of it, so that chat ends there (MICOL-01).
 * @returns false when it could not be told: it then takes the account for one that is still there
 */
export async function takeLeave(db: Db, accountId: string): Promise<boolean> {
  const server = (await readPlace(db, accountId))?.server;
  if (!server) return true;
  try {
    await connectCloudLink(connectionTo(server)).disconnect(accountId, newId());
    return true;
  } catch (error) {
    if (error instanceof PeerError) return false;
    throw error;
  }
}

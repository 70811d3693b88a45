/** From a stored network element to the adapter that speaks to it. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { settings } from "#lib/config/settings.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import type { Adapters, PeerConnection, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { connectPeer } from "#lib/provisioning/adapters/connect.ts";
import { connectOig } from "#lib/provisioning/adapters/oig.ts";
import type { ElementKind } from "./schemas.ts";

/** What a sealed password is bound to: copied to another element it does not open. */
function purposeOf(accountId: string, elementId: string): string {
  return `network element ${accountId} ${elementId}`;
}

/** Seals the password of an element for storage. */
export function sealPassword(accountId: string, elementId: string, password: string): Uint8Array<ArrayBuffer> {
  return seal(password, sealKey(), purposeOf(accountId, elementId));
}

export type StoredElement = { accountId: string; id: string; kind: string; address: string; username: string; passwordSealed: Uint8Array };

/** The password of a stored element, for the peer and nobody else. */
export function openPassword({ accountId, id, passwordSealed }: Pick<StoredElement, "accountId" | "id" | "passwordSealed">): string {
  return unseal(passwordSealed, sealKey(), purposeOf(accountId, id));
}

/** How a stored element is reached. */
export function connectionTo(element: StoredElement): PeerConnection {
  const { address, username } = element;
  return { baseUrl: address, username, password: openPassword(element), timeoutMs: settings().PEER_TIMEOUT_MS };
}

/** The adapter for a stored element. Nothing is sent yet. */
export function connectElement<K extends PeerKind>(element: StoredElement & { kind: K | string }): Adapters[K] {
  return connectPeer(element.kind as K, connectionTo(element));
}

export type Found = { name: string; release: string; status: "connected" };
export type NotFound = { status: "unreachable" | "refused"; statusMessage: string; field: "address" | "username" };

/**
 * Asks a peer who it is, with the credentials given.
 * @returns its name and release, or which field is wrong and a sentence why
 */
export async function askPeer(kind: ElementKind, { address, username, password }: { address: string; username: string; password: string }): Promise<Found | NotFound> {
  const connection = { baseUrl: address, username, password, timeoutMs: settings().PEER_TIMEOUT_MS };
  const adapter = kind === "oig" ? connectOig(connection) : connectPeer(kind, connection);
  try {
    const { name, release } = await adapter.info();
    return { name, release, status: "connected" };
  } catch (error) {
    if (!(error instanceof PeerError)) throw error;
    return { status: error.mayPass ? "unreachable" : "refused", statusMessage: error.message, field: error.reason === "unauthorized" ? "username" : "address" };
  }
}

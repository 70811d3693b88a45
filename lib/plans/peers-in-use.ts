/** The adapters that the runs of this process share, and how many requests each peer gets at a time. */
import { database } from "#lib/db/client.ts";
import { connectElement } from "#lib/network-elements/connect.ts";
import type { Adapters, PeerKind } from "#lib/provisioning/adapters/adapter.ts";

/** Requests that one worker sends to one peer at a time. */
const PER_PEER = 8;
/** How long an element's address and credentials are used before they are read again, in milliseconds. */
const FRESH_MS = 5_000;

type Known = { adapter: Adapters[PeerKind]; name: string; readAt: number };

const known = new Map<string, Promise<Known>>();
const gates = new Map<string, { free: number; waiting: (() => void)[] }>();

/** The adapter of a network element, and the peer's own name. */
export async function adapterOf(accountId: string, elementId: string): Promise<{ adapter: Adapters[PeerKind]; name: string }> {
  const earlier = await known.get(elementId);
  if (earlier && Date.now() - earlier.readAt < FRESH_MS) return earlier;
  const reading = readElement(accountId, elementId);
  known.set(elementId, reading);
  reading.catch(() => known.delete(elementId));
  return reading;
}

async function readElement(accountId: string, elementId: string): Promise<Known> {
  const element = await database().prisma.networkElement.findUniqueOrThrow({ where: { accountId_id: { accountId, id: elementId } } });
  return { adapter: connectElement(element), name: element.name, readAt: Date.now() };
}

/** Does something with a peer when its turn comes. */
export async function withPeer<T>(elementId: string, work: () => Promise<T>): Promise<T> {
  const gate = gates.get(elementId) ?? { free: PER_PEER, waiting: [] };
  gates.set(elementId, gate);
  if (gate.free > 0) gate.free -= 1;
  else await new Promise<void>((turn) => gate.waiting.push(turn));
  try {
    return await work();
  } finally {
    const next = gate.waiting.shift();
    if (next) next();
    else gate.free += 1;
  }
}

/** The simulated peers of the running portal, asked as a tester asks them. */
import { inject } from "vitest";
import { DEMO_OIG, DEMO_PEERS } from "#lib/simulators/kit/demo.ts";

const PEERS = { ...DEMO_PEERS, oig: DEMO_OIG };
type Kind = keyof typeof PEERS;

/** Where a peer is and who may sign in. */
export function peer(kind: Kind): { address: string; username: string; password: string; name: string } {
  const { username, password, name } = PEERS[kind];
  return { address: `http://127.0.0.1:${inject("portal").ports[kind]}`, username, password, name };
}

/** Sends a request to a peer with its credentials. */
export async function askPeer<T>(kind: Kind, method: string, path: string, body?: unknown): Promise<T> {
  const { address, username, password } = peer(kind);
  const response = await fetch(address + path, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${kind} ${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

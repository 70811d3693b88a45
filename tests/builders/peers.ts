/** The simulated peers for a test, and an account that is connected to them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addNetworkElement } from "#lib/network-elements/add-network-element.ts";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startMbg } from "#lib/simulators/mbg/start.ts";
import { startMicc } from "#lib/simulators/micc/start.ts";
import { startMicollab } from "#lib/simulators/micollab/start.ts";
import { startMivb } from "#lib/simulators/mivb/start.ts";
import { startOig } from "#lib/simulators/oig/start.ts";
import type { SignedIn } from "./people.ts";

const SIGN_IN = { username: "admin", password: "peer-password" };
/** Those that serve users. */
const SERVING: ElementKind[] = ["mivb", "mbg", "micollab", "micc"];
const KINDS: ElementKind[] = [...SERVING, "oig"];

export type TestPeers = {
  url: Record<ElementKind, string>;
  /** Sends a request with the peer's credentials, e.g. to its tester's doors. */
  ask<T>(kind: ElementKind, method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
};

/** Starts fresh peers with state of their own. */
export async function startPeers(): Promise<TestPeers> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-peers-"));
  const place = { host: "127.0.0.1", port: 0, dataDir, ...SIGN_IN };
  const mivb = await startMivb(place);
  const others = await Promise.all([startMbg(place), startMicollab(place), startMicc({ ...place, mivb: { url: mivb.url, ...SIGN_IN } }), startOig(place)]);
  const url = Object.fromEntries(KINDS.map((kind, index) => [kind, [mivb, ...others][index]!.url])) as Record<ElementKind, string>;
  return {
    url,
    async ask(kind, method, path, body) {
      const authorization = `Basic ${Buffer.from(`${SIGN_IN.username}:${SIGN_IN.password}`).toString("base64")}`;
      const response = await fetch(url[kind] + path, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`${kind} ${method} ${path}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
    async close() {
      await Promise.all([mivb, ...others].map((peer) => peer.close()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Connects an account to peers, by default to those that serve users. */
export async function connectPeers(person: SignedIn, accountId: string, peers: TestPeers, kinds: readonly ElementKind[] = SERVING): Promise<void> {
  for (const kind of kinds) {
    await runOperation(addNetworkElement, { resolved: await person.at(accountId), input: { kind, address: peers.url[kind], ...SIGN_IN } });
  }
}

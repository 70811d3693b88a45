/**
 * The peer an adapter's conformance suite runs against: a simulated one, or the one at
 * `CONFORMANCE_<KIND>=http://user:password@host:port` (e.g. `CONFORMANCE_MIVB`). Use a system that holds nothing of worth,
 * and vitest's `--no-file-parallelism`, as the suites look for free numbers on it.
 */
import { afterAll, beforeAll } from "vitest";
import type { Adapters, PeerConnection, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { connectPeer } from "#lib/provisioning/adapters/connect.ts";
import { type Simulator, startSimulator } from "./simulators.ts";

function connectionFromEnvironment(kind: PeerKind): PeerConnection | undefined {
  const text = process.env[`CONFORMANCE_${kind.toUpperCase()}`];
  if (text === undefined) return undefined;
  const url = new URL(text);
  return {
    baseUrl: url.origin + url.pathname.replace(/\/$/, ""),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    timeoutMs: 30_000,
  };
}

export type PeerUnderTest<Kind extends PeerKind> = { readonly adapter: Adapters[Kind]; readonly connection: PeerConnection };

/** Prepares the peer for the suites of one file; a simulated MiCC reads from the MiVB that `mivb` names. */
export function peerUnderTest<Kind extends PeerKind>(kind: Kind, mivb?: () => PeerConnection): PeerUnderTest<Kind> {
  const running: Simulator[] = [];
  let connection: PeerConnection | undefined = connectionFromEnvironment(kind);

  beforeAll(async () => {
    if (connection) return;
    const simulator = await startSimulator(kind, mivb?.());
    running.push(simulator);
    connection = simulator.connection;
  });
  afterAll(async () => {
    for (const simulator of running) await simulator.stop();
  });

  return {
    get connection() {
      if (!connection) throw new Error("The peer is not started yet.");
      return connection;
    },
    get adapter() {
      return connectPeer(kind, this.connection);
    },
  };
}

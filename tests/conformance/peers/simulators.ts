/** Starting simulated peers for a test, and the tester's side of one: its controls and its plain REST. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { PeerConnection, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { startPeerOf } from "./start-peer.ts";

const CREDENTIALS = { username: "tester", password: "Simulated-7-peers" };

export type Reply = { status: number; body: unknown; text: string; headers: Headers };

export type Simulator = {
  kind: PeerKind;
  connection: PeerConnection;
  dataDir: string;
  /** A plain request with the peer's credentials; other headers can be added or replace them. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  setFaults(faults: object): Promise<void>;
  setSettings(settings: object): Promise<void>;
  state(): Promise<Record<string, unknown>>;
  /** Stops it and starts it again on the same port and state. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

function parse(text: string): unknown {
  return text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text;
}

async function expectOk(reply: Promise<Reply>): Promise<Reply> {
  const answer = await reply;
  if (answer.status >= 300) throw new Error(`The simulator answered ${answer.status}: ${answer.text}`);
  return answer;
}

/** The plain REST of a peer at a connection. */
export function restOf(connection: PeerConnection): Simulator["call"] {
  const authorization = `Basic ${btoa(`${connection.username}:${connection.password}`)}`;
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${connection.baseUrl}${path}`, {
      method,
      headers: { authorization, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      redirect: "manual",
    });
    const text = await response.text();
    return { status: response.status, body: parse(text), text, headers: response.headers };
  };
}

/** Starts a simulated peer on a free port with a folder of its own, which `stop` removes. `pbx` is what a MiCC reads from. */
export async function startSimulator(kind: PeerKind, pbx?: PeerConnection): Promise<Simulator> {
  const dataDir = await mkdtemp(join(tmpdir(), `peer-${kind}-`));
  const mivb = pbx && { url: pbx.baseUrl, username: pbx.username, password: pbx.password };
  const options = { host: "127.0.0.1", dataDir, ...CREDENTIALS, mivb };
  let peer = await startPeerOf(kind, { ...options, port: 0 });
  const connection: PeerConnection = { baseUrl: peer.url, ...CREDENTIALS, timeoutMs: 5000 };
  const call = restOf(connection);

  return {
    kind,
    connection,
    dataDir,
    call,
    async setFaults(faults) {
      await expectOk(call("PUT", "/_faults", faults));
    },
    async setSettings(settings) {
      await expectOk(call("PUT", "/_settings", settings));
    },
    state: async () => (await expectOk(call("GET", "/_state"))).body as Record<string, unknown>,
    async restart() {
      await peer.close();
      peer = await startPeerOf(kind, { ...options, port: Number(new URL(connection.baseUrl).port) });
      // The client learns only by using them that its kept connections are gone.
      await vi.waitUntil(() => call("GET", "/_faults").then(Boolean, () => false));
    },
    async stop() {
      await peer.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A simulated peer for one test. */
export async function simulatorForTest(kind: PeerKind, mivb?: Simulator): Promise<Simulator> {
  const simulator = await startSimulator(kind, mivb?.connection);
  onTestFinished(() => simulator.stop());
  return simulator;
}

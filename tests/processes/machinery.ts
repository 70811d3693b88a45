/** The machinery behind the portal as real processes: database, peers and any number of workers, with an account that is connected to the peers. */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { choosePorts } from "#lib/config/ports.ts";
import { readSecrets } from "#lib/config/secrets.ts";
import { closeDatabase, database } from "#lib/db/client.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { addNetworkElement } from "#lib/network-elements/add-network-element.ts";
import type { PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startEmbeddedDatabase } from "#lib/processes/embedded-database.ts";
import { peerPorts, processEnvironment, StartSettings } from "#lib/processes/environment.ts";
import { migrate } from "#lib/processes/migrate.ts";
import { DEMO_PEERS } from "#lib/simulators/kit/demo.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";
import { aDataDir, environment } from "./installation.ts";

export const KINDS: PeerKind[] = ["mivb", "mbg", "micollab", "micc"];

export type Worker = { process: ChildProcess; ended: Promise<unknown> };

export type Machinery = {
  /** Starts a worker and waits until it works. */
  startWorker(): Promise<Worker>;
  /** Sends a request with the peer's credentials, e.g. to its tester's doors. */
  ask<T>(kind: PeerKind, method: string, path: string, body?: unknown): Promise<T>;
  /** The same faults on every peer. */
  setFaults(faults: object): Promise<void>;
  /** An account on the peers, with users. */
  account(userCount: number): Promise<OnPeers>;
  close(): Promise<void>;
};

/** Starts database and peers; the settings of this process become theirs, so that operations work on the same database. */
export async function startMachinery(settings: Record<string, string> = {}): Promise<Machinery> {
  const dataDir = await aDataDir();
  const start = StartSettings.parse({ DATA_DIR: dataDir });
  const secrets = await readSecrets(dataDir);
  // Far from the ports of an installation that may run beside.
  const ports = await choosePorts(1 + Math.floor(Math.random() * 1_900), dataDir, async () => false);
  const server = await startEmbeddedDatabase(dataDir, ports.database, secrets.DATABASE_PASSWORD);
  await migrate(server.url);
  const outer = environment({ LOG_LEVEL: "info", SMTP_URL: `smtp://127.0.0.1:${ports.mailSmtp}`, ...settings });
  const env = processEnvironment({ start, secrets, ports, databaseUrl: server.url, outer });
  Object.assign(process.env, env, { LOG_LEVEL: "silent" });
  const children: ChildProcess[] = [];

  const launch = async (name: string, isReady: (child: ChildProcess, ready: () => void) => void, more: object = {}) => {
    const child = fork(`lib/processes/${name}.ts`, { env: { ...env, PORTAL_PROCESS: name, ...more }, execArgv: ["--disable-warning=ExperimentalWarning"], stdio: ["ignore", "pipe", "pipe", "ipc"] });
    children.push(child);
    let errors = "";
    child.stderr!.on("data", (chunk: Buffer) => void (errors += chunk.toString()));
    await new Promise<void>((ready, failed) => {
      isReady(child, ready);
      child.once("exit", () => failed(new Error(`The ${name} ended: ${errors}`)));
    });
    return child;
  };
  await launch("peers", (child, ready) => child.once("message", () => ready()), { ...peerPorts(ports), PEERS_DIR: join(dataDir, "peers") });

  const ask: Machinery["ask"] = async (kind, method, path, body) => {
    const { username, password } = DEMO_PEERS[kind];
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    const response = await fetch(`http://127.0.0.1:${ports[kind]}${path}`, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${kind} ${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as never;
  };

  return {
    ask,
    async setFaults(faults) {
      for (const kind of KINDS) await ask(kind, "PUT", "/_faults", faults);
    },
    async startWorker() {
      const child = await launch("worker", (started, ready) => started.stdout!.on("data", (chunk: Buffer) => chunk.toString().includes("the worker is working") && ready()));
      return { process: child, ended: new Promise((done) => child.once("exit", done)) };
    },
    async account(userCount) {
      const person = await aPartner();
      const { id: accountId } = await anAccount(person);
      for (const kind of KINDS) {
        const { username, password } = DEMO_PEERS[kind];
        await runOperation(addNetworkElement, { resolved: await person.at(accountId), input: { kind, address: `http://127.0.0.1:${ports[kind]}`, username, password } });
      }
      const userIds = await manyUsers(accountId, Array.from({ length: userCount }, (_, index) => ({ firstName: "Ada", lastName: `Brandt${index}`, name: `Ada Brandt${index}` })));
      const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId } });
      return { person, accountId, userIds, roleId: role.id };
    },
    async close() {
      await closeQueue();
      await closeDatabase();
      for (const child of children) child.kill("SIGKILL");
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

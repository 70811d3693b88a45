/** `npm start` and `npm run dev`: everything that a working portal needs, in one command. */
import { join, resolve } from "node:path";
import { becomesFree, choosePorts } from "#lib/config/ports.ts";
import type { Ports } from "#lib/config/ports.ts";
import { readSecrets } from "#lib/config/secrets.ts";
import { parseSettings, readEnvironment } from "#lib/config/settings.ts";
import { keepRunning } from "./child.ts";
import type { Child } from "./child.ts";
import { addDemo } from "./demo.ts";
import { runningDatabasePort, startEmbeddedDatabase } from "./embedded-database.ts";
import { peerPorts, processEnvironment, StartSettings } from "./environment.ts";
import { migrate } from "./migrate.ts";
import { printAddresses } from "./print-addresses.ts";
import { waitForWeb } from "./wait-for-web.ts";
import { buildIfStale } from "./web-build.ts";

const began = performance.now();
const dev = process.argv.includes("--dev");
const stops: (() => Promise<unknown>)[] = [];

let stopping: Promise<never> | undefined;
// Ctrl-C comes twice: from the terminal, and from the launcher that had it from there too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void (stopping ??= stopAll(0)));

try {
  const start = readEnvironment(StartSettings, { ...process.env, DATA_DIR: resolve(process.env["DATA_DIR"] || ".data") });
  if (!(await becomesFree(start.PORT))) throw new Error(`Port ${start.PORT} is in use. Set PORT to another one; everything else then moves with it.`);
  const secrets = await readSecrets(start.DATA_DIR);
  const environment = (ports: Ports, databaseUrl: string) => processEnvironment({ start, secrets, ports, databaseUrl, outer: process.env });
  const databasePort = await runningDatabasePort(start.DATA_DIR);
  const ports = await choosePorts(start.PORT, start.DATA_DIR, async (name) => name === "database" && databasePort !== undefined);
  // Looked at before anything is started: a process that can not read its settings would end as often as it is started.
  parseSettings(environment(ports, start.DATABASE_URL ?? "postgresql://127.0.0.1/portal"));
  const beforeBuild = performance.now();
  if (!dev) await buildIfStale();
  const buildTime = performance.now() - beforeBuild;
  const embedded = start.DATABASE_URL ? undefined : await startEmbeddedDatabase(start.DATA_DIR, ports.database, secrets.DATABASE_PASSWORD);
  if (embedded) stops.push(embedded.stop);
  const databaseUrl = start.DATABASE_URL ?? embedded!.url;
  await migrate(databaseUrl);

  const env = environment(ports, databaseUrl);
  if (start.PEERS) await startPeers({ ...env, ...peerPorts(ports), PEERS_DIR: join(start.DATA_DIR, "peers") });
  if (start.DEMO) await addDemo({ ...env, ...(start.PEERS ? peerPorts(ports) : {}) });
  const worker = keepRunning({ name: "worker", script: "lib/processes/worker.ts", env });
  stops.push(worker.stop);
  const web = keepRunning({
    name: "web",
    script: "lib/processes/web.ts",
    args: [dev ? "dev" : "start", "-H", "127.0.0.1", "-p", String(start.PORT)],
    env: { ...env, NODE_ENV: dev ? "development" : "production" },
  });
  stops.push(web.stop);
  await Promise.race([waitForWeb(`http://127.0.0.1:${start.PORT}/api/health`), web.ready]);
  printAddresses({ start, ports, env, folder: embedded?.folder, seconds: (performance.now() - began - buildTime) / 1000, processes: pidsOf({ web, worker }) });
} catch (error) {
  if (!stopping) console.error((error as Error).message);
  await (stopping ??= stopAll(1));
}

async function startPeers(env: NodeJS.ProcessEnv): Promise<void> {
  const peers = keepRunning({ name: "peers", script: "lib/processes/peers.ts", env });
  stops.push(peers.stop);
  await peers.ready;
}

function pidsOf(children: Record<string, Child>): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(children).map(([name, child]) => [name, child.pid()]));
}

/** Ends what was started, in reverse order: the database last. */
async function stopAll(code: number): Promise<never> {
  for (const stop of stops.toReversed()) await stop();
  process.exit(code);
}

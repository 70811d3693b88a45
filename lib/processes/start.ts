/** `npm start` and `npm run dev`: everything that a working portal needs, in one command. */
import { join, resolve } from "node:path";
import { choosePorts, isFree } from "#lib/config/ports.ts";
import { readSecrets } from "#lib/config/secrets.ts";
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

const start = StartSettings.parse({ ...process.env, DATA_DIR: resolve(process.env["DATA_DIR"] || ".data") });
if (!(await isFree(start.PORT))) fail(`Port ${start.PORT} is in use. Set PORT to another one; everything else then moves with it.`);
process.once("SIGINT", () => void stopAll(0));
process.once("SIGTERM", () => void stopAll(0));

try {
  if (!dev) await buildIfStale();
  const built = performance.now();
  const secrets = await readSecrets(start.DATA_DIR);
  const databasePort = await runningDatabasePort(start.DATA_DIR);
  const ports = await choosePorts(start.PORT, start.DATA_DIR, async (name) => name === "database" && databasePort !== undefined);
  const embedded = start.DATABASE_URL ? undefined : await startEmbeddedDatabase(start.DATA_DIR, ports.database, secrets.DATABASE_PASSWORD);
  if (embedded) stops.push(embedded.stop);
  const databaseUrl = start.DATABASE_URL ?? embedded!.url;
  await migrate(databaseUrl);

  const env = processEnvironment({ start, secrets, ports, databaseUrl, outer: process.env });
  if (start.PEERS) await startPeers(env, ports);
  if (start.DEMO) await addDemo({ ...env, ...(start.PEERS ? peerPorts(ports) : {}) });
  const worker = keepRunning({ name: "worker", script: "lib/processes/worker.ts", env });
  stops.push(worker.stop);
  const web = keepRunning({
    name: "web",
    script: "node_modules/next/dist/bin/next",
    args: [dev ? "dev" : "start", "-H", "127.0.0.1", "-p", String(start.PORT)],
    env: { ...env, NODE_ENV: dev ? "development" : "production" },
  });
  stops.push(web.stop);
  await waitForWeb(`${env["PORTAL_URL"]}/api/health`);
  printAddresses({ start, ports, env, folder: embedded?.folder, seconds: (performance.now() - (dev ? began : built)) / 1000, processes: pidsOf({ web, worker }) });
} catch (error) {
  console.error((error as Error).message);
  await stopAll(1);
}

async function startPeers(env: NodeJS.ProcessEnv, ports: Awaited<ReturnType<typeof choosePorts>>): Promise<void> {
  const peers = keepRunning({
    name: "peers",
    script: "lib/processes/peers.ts",
    env: { ...env, ...peerPorts(ports), PEERS_DIR: join(start.DATA_DIR, "peers") },
  });
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

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

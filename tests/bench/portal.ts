/** The product as `npm start` runs it: production build, database, peers, a worker and the web, with data and ports of its own. */
import { fork } from "node:child_process";
import { choosePorts } from "#lib/config/ports.ts";
import type { Ports } from "#lib/config/ports.ts";
import { readSecrets } from "#lib/config/secrets.ts";
import { runningDatabaseUrl } from "#lib/processes/embedded-database.ts";
import { processEnvironment, StartSettings } from "#lib/processes/environment.ts";

export type BenchPortal = {
  url: string;
  ports: Ports;
  /** The environment of its processes. */
  env: NodeJS.ProcessEnv;
  databaseUrl: string;
  pids: { web: number; worker: number };
  /** From the command to the line that says it is ready. */
  startMs: number;
  stop(): Promise<void>;
};

/** The limits of requests would be what is measured; the door still counts every one of them. */
const SETTINGS = { DEMO: "0", LOG_LEVEL: "error", READS_PER_MINUTE: "1000000", WRITES_PER_MINUTE: "1000000" };

/**
 * Starts the portal in a folder; a second start in the same folder finds its data there.
 * @param cleanups gets what stops it, from the moment there is something to stop
 */
export async function startPortal(dataDir: string, port: number, cleanups: (() => Promise<unknown>)[]): Promise<BenchPortal> {
  const given = { ...process.env, ...SETTINGS, PORT: String(port), DATA_DIR: dataDir };
  const began = performance.now();
  const child = fork("lib/processes/start.ts", { env: given, execArgv: ["--disable-warning=ExperimentalWarning"], stdio: ["ignore", "pipe", "pipe", "ipc"], detached: true });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  cleanups.push(stop);
  let output = "";
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes("Stop with Ctrl-C")) ready.resolve();
  };
  child.stdout!.on("data", hear);
  child.stderr!.on("data", hear);
  void ended.then(() => ready.reject(new Error(`The portal did not start:\n${output}`)));
  await ready.promise;
  const startMs = performance.now() - began;

  const secrets = await readSecrets(dataDir);
  const ports = await choosePorts(port, dataDir, async () => true);
  const databaseUrl = await runningDatabaseUrl(dataDir, secrets.DATABASE_PASSWORD);
  if (!databaseUrl) throw new Error("The database of the portal is not running.");
  const env = processEnvironment({ start: StartSettings.parse(given), secrets, ports, databaseUrl, outer: given });
  return {
    url: `http://127.0.0.1:${port}`,
    ports,
    env,
    databaseUrl,
    pids: { web: pidIn(output, "web"), worker: pidIn(output, "worker") },
    startMs,
    stop,
  };
}

function pidIn(output: string, name: string): number {
  return Number(new RegExp(`\\b${name} (\\d+)`).exec(output)?.[1]);
}

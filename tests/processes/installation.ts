/** An installation of the product with data and ports of its own, started as `npm start` starts it: in a process group, as in a terminal. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/config/ports.ts";
import type { Ports } from "#lib/config/ports.ts";
import type { Secrets } from "#lib/config/secrets.ts";

const ROOT = join(import.meta.dirname, "../..");
const NODE = join(ROOT, "node_modules/.bin/node");

type Settings = Record<string, string>;

export type Running = {
  pid: number;
  /** Kept when the addresses are printed; broken, with what was printed, when it ends before. */
  ready: Promise<void>;
  /** Kept with the exit code; null when it was killed. */
  ended: Promise<number | null>;
  output(): string;
};

/** A folder that the embedded database can live in. */
export async function aDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-processes-"));
  await chmod(dataDir, 0o755);
  return dataDir;
}

/** The environment of a start, without what the settings of whoever runs the tests would change. */
export function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}), NODE_ENV: "production", ...settings };
}

/** Runs a script of lib/processes to its end. */
export async function runScript(script: string, args: string[], settings: Settings): Promise<{ code: number | null; output: string }> {
  const running = launch(command(script, args), settings);
  running.ready.catch(() => {});
  const code = await running.ended;
  return { code, output: running.output() };
}

const command = (script: string, args: string[] = []) => [NODE, "--disable-warning=ExperimentalWarning", `lib/processes/${script}`, ...args];

function launch([program, ...args]: string[], settings: Settings): Running {
  const child = spawn(program!, args, { cwd: ROOT, env: environment(settings), stdio: ["ignore", "pipe", "pipe"], detached: true });
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  let output = "";
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes("Stop with Ctrl-C")) resolve();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((done) => child.once("close", done));
  void ended.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
  return { pid: child.pid!, ready, ended, output: () => output };
}

export type Installation = {
  url: string;
  dataDir: string;
  port: number;
  /** Starts it, again and again on the same data. */
  start(): Running;
  /** Starts it and waits until it is ready. */
  started(): Promise<Running>;
  /** Starts it by npm itself and waits until it is ready. */
  startedByNpm(): Promise<Running>;
  ports(): Promise<Ports>;
  secrets(): Promise<Secrets>;
  /** Process id of its database server. */
  databasePid(): Promise<number>;
  /** Ends whatever of it still runs, and forgets its data. */
  discard(): Promise<void>;
};

/** A fresh installation that is not started yet. */
export async function anInstallation(settings: Settings = {}): Promise<Installation> {
  const [dataDir, port] = [await aDataDir(), await freePort()];
  const starts: Running[] = [];
  const readJson = async (name: string) => JSON.parse(await readFile(join(dataDir, name), "utf8"));
  const databasePid = async () => Number((await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
  const startBy = (words: string[]) => {
    const running = launch(words, { PORT: String(port), DATA_DIR: dataDir, ...settings });
    starts.push(running);
    return running;
  };
  const start = () => startBy(command("start.ts"));
  const whenReady = async (running: Running) => {
    await running.ready;
    return running;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    port,
    start,
    databasePid,
    started: () => whenReady(start()),
    startedByNpm: () => whenReady(startBy(["npm", "start"])),
    ports: () => readJson("ports.json"),
    secrets: () => readJson("secrets.json"),
    async discard() {
      for (const { pid, ready } of starts) {
        ready.catch(() => {});
        killAll([pid, ...descendantsOf(pid)]);
      }
      const database = await databasePid().catch(() => 0);
      if (database) killAll([database]);
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** The processes that a process has started, as the kernel tells; a bare machine has no `ps`. */
export function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(name: string): number | undefined {
  try {
    // Behind the name of the program, which may hold anything, come its state and its parent.
    return Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    // It has ended since the list was made.
    return undefined;
  }
}

/** The processes that a process has started, and those that they have. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends processes at once, as `kill -9` does; who has gone already is no matter. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, "SIGKILL");
}

/** Asks the portal something with an API key. */
export async function ask(url: string, path: string, apiKey?: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url + path, { headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {} });
  return { status: response.status, body: await response.json().catch(() => null) };
}

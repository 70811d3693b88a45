/** A process that this one started: restarted when it dies, ended with it. */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";

export type Child = {
  pid(): number | undefined;
  /** Kept when the child says that it is ready for the first time, and broken when it ends before; one that never says so is never ready. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

const RESTART_MS = 1_000;
/** A child that has not ended so long after it was asked to is ended. */
const PATIENCE_MS = 15_000;

// Memory that a burst of work has taken is given back instead of being kept for the next one: hashes of passwords leave their 19 MiB
// to every thread's own arena, and V8 lets its young generation grow to three times sixteen MiB.
const EXEC_ARGV = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=4"];
const MALLOC = { MALLOC_ARENA_MAX: "2" };

type ChildToStart = { name: string; script: string; args?: string[]; env: NodeJS.ProcessEnv };

/** Starts a script under the same Node and keeps it running: a worker that was killed is back a second later. */
export function keepRunning({ name, script, args = [], env }: ChildToStart): Child {
  let child: ChildProcess;
  let stopping = false;
  const { promise: ready, resolve: tellReady, reject: giveUp } = Promise.withResolvers<void>();
  // Of interest only to who waits for it.
  ready.catch(() => {});
  const start = () => {
    child = fork(script, args, { env: { ...MALLOC, ...env, PORTAL_PROCESS: name }, execArgv: EXEC_ARGV, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.once("message", () => tellReady());
    child.once("exit", (code, signal) => {
      if (stopping) return;
      giveUp(new Error(`The ${name} process could not be started: it ended (${signal ?? code}).`));
      console.error(`The ${name} process ended (${signal ?? code}); starting it again.`);
      setTimeout(() => stopping || start(), RESTART_MS);
    });
  };
  start();
  return {
    pid: () => child.pid,
    ready,
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        const impatience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
        child.once("exit", () => {
          clearTimeout(impatience);
          resolve();
        });
        child.kill("SIGTERM");
      }),
  };
}

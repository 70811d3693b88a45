/** The whole product for browser tests: `npm start` with data and ports of its own, on the production build. */
import { fork } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "#lib/config/ports.ts";
import type { Ports } from "#lib/config/ports.ts";

export type RunningPortal = { url: string; dataDir: string; ports: Ports };

declare module "vitest" {
  interface ProvidedContext {
    portal: RunningPortal;
  }
}

/** Starts a portal and waits until it says that it is ready; `stop` is Ctrl-C. */
export async function startPortal(settings: Record<string, string> = {}): Promise<RunningPortal & { stop(): Promise<void>; output(): string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-e2e-"));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const child = fork("lib/processes/start.ts", {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...settings },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes("Stop with Ctrl-C")) ready.resolve();
  };
  child.stdout!.on("data", hear);
  child.stderr!.on("data", hear);
  child.once("exit", () => ready.reject(new Error(`The portal did not start:\n${output}`)));
  await ready.promise;
  const ports = JSON.parse(await readFile(join(dataDir, "ports.json"), "utf8")) as Ports;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, dataDir, ports, stop, output: () => output };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, url, dataDir, ports } = await startPortal();
  project.provide("portal", { url, dataDir, ports });
  return stop;
}

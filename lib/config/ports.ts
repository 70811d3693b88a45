/** The ports of everything beside the portal: derived from PORT, or free ones where those are taken; the same at every start. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";

const NAMES = ["database", "mailSmtp", "mailInbox", "miaccess", "mivb", "mbg", "micollab", "micc", "entra", "twilio", "gateways", "oig", "workflowStudio", "meetings", "voiceAssist", "unifyPhone"] as const;
export type Ports = Record<(typeof NAMES)[number], number>;

const FIRST = 10_000;
const SPAN = 20_000;
const PORTS_EACH = 20;

/** How long a remembered port is waited for: a process of the last start, which was killed, may just be ending. */
const PATIENCE_MS = 3_000;
const POLL_MS = 50;

/**
 * Chooses the ports of an installation. Those of an earlier start are kept, since network elements are known by their address.
 * @param isOwn tells of a remembered port that is in use whether it is this installation's own server that still runs
 */
export async function choosePorts(port: number, dataDir: string, isOwn: (name: keyof Ports) => Promise<boolean>): Promise<Ports> {
  const file = join(dataDir, "ports.json");
  const kept = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Ports>;
  // Twenty ports for every PORT, below the range from which outgoing connections take theirs.
  const base = FIRST + ((port * PORTS_EACH) % SPAN);
  const ports: Partial<Ports> = {};
  for (const [index, name] of NAMES.entries()) {
    const wanted = kept[name] ?? base + index;
    const isOurs = (await isOwn(name)) || (await (kept[name] ? becomesFree(wanted) : isFree(wanted)));
    ports[name] = isOurs ? wanted : await freePort();
  }
  await replaceFile(file, JSON.stringify(ports, null, 2));
  return ports as Ports;
}

/** Whether nothing listens on a port of 127.0.0.1, now or a little later. */
export async function becomesFree(port: number): Promise<boolean> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (await isFree(port)) return true;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  return false;
}

/** Whether nothing listens on a port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 on which nothing listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port is free."))));
    });
  });
}

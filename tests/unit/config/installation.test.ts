/** What an installation keeps of itself: its ports and its secrets. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { becomesFree, choosePorts, freePort, isFree } from "#lib/config/ports.ts";
import { readSecrets } from "#lib/config/secrets.ts";

const NOT_OURS = () => Promise.resolve(false);
let dataDir: string;
const servers: Server[] = [];
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), "portal-config-"))));
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(dataDir, { recursive: true });
});

function occupy(port: number): Promise<Server> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

test("ports follow from PORT, differ among themselves and from those of a neighbour, and are kept for the next start", async () => {
  const port = 1_000 + Math.floor(Math.random() * 400);
  const [ports, neighbours] = [await choosePorts(port, dataDir, NOT_OURS), await choosePorts(port + 1, await mkdtemp(join(dataDir, "neighbour-")), NOT_OURS)];
  const all = [...Object.values(ports), ...Object.values(neighbours)];
  expect(new Set(all).size).toBe(all.length);
  expect(await choosePorts(port + 5, dataDir, NOT_OURS)).toEqual(ports);
});

test("a port that somebody else has is left alone, and the one found instead is kept", async () => {
  const port = 1_500 + Math.floor(Math.random() * 400);
  const wanted = await choosePorts(port, await mkdtemp(join(dataDir, "other-")), NOT_OURS);
  await occupy(wanted.mivb);
  const ports = await choosePorts(port, dataDir, NOT_OURS);
  expect(ports.mivb).not.toBe(wanted.mivb);
  expect({ ...ports, mivb: 0 }).toEqual({ ...wanted, mivb: 0 });
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
  expect(await choosePorts(port, dataDir, NOT_OURS)).toEqual(ports);
});

test("a remembered port is waited for while a process of the last start is ending, and is ours where our own server has it", async () => {
  const port = await freePort();
  await writeFile(join(dataDir, "ports.json"), JSON.stringify({ database: port }));
  const server = await occupy(port);
  expect(await choosePorts(2_000, dataDir, (name) => Promise.resolve(name === "database"))).toMatchObject({ database: port });
  const choosing = choosePorts(2_000, dataDir, NOT_OURS);
  expect(await isFree(port)).toBe(false);
  server.close();
  expect(await choosing).toMatchObject({ database: port });
  expect(await becomesFree(port)).toBe(true);
});

test("secrets are made once, long, different, and readable by their owner alone", async () => {
  const secrets = await readSecrets(dataDir);
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
  expect(Buffer.from(secrets.SEAL_KEY, "base64")).toHaveLength(32);
  for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThanOrEqual(32);
  expect((await stat(join(dataDir, "secrets.json"))).mode & 0o777).toBe(0o600);
  expect(await readSecrets(dataDir)).toEqual(secrets);
});

test("a secret that is missing in the file is made, and the others are kept", async () => {
  const { SEAL_KEY, ...rest } = await readSecrets(dataDir);
  await writeFile(join(dataDir, "secrets.json"), JSON.stringify(rest));
  const again = await readSecrets(dataDir);
  expect(again).toMatchObject(rest);
  expect(again.SEAL_KEY).not.toBe(SEAL_KEY);
});

test("nothing is left beside the files, which are never there by half", async () => {
  await readSecrets(dataDir);
  const ports = await choosePorts(2_100, dataDir, NOT_OURS);
  expect((await readdir(dataDir)).toSorted()).toEqual(["ports.json", "secrets.json"]);
  expect(JSON.parse(await readFile(join(dataDir, "ports.json"), "utf8"))).toEqual(ports);
});

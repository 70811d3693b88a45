/** A peer that is killed in the middle of its work, as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { PbxUser } from "#lib/provisioning/adapters/adapter.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { aPhone, aUser } from "./builders.ts";

const PROGRAM = fileURLToPath(new URL("start-peer.ts", import.meta.url));
const CREDENTIALS = { username: "tester", password: "Simulated-7-peers" };

async function spawnMivb(dataDir: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const options = JSON.stringify({ kind: "mivb", host: "127.0.0.1", port, dataDir, ...CREDENTIALS });
  const child = spawn(process.execPath, [PROGRAM, options], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, url };
}

test("SIM-01 after kill -9 in the middle of writes everything that was answered is there, and a repetition makes nothing twice", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "peer-killed-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { child, url } = await spawnMivb(dataDir, 0);
  const adapter = connectMivb({ baseUrl: url, ...CREDENTIALS, timeoutMs: 5000 });
  const users: PbxUser[] = Array.from({ length: 400 }, () => aUser());
  const answered: string[] = [];

  const create = async (user: PbxUser, index: number): Promise<void> => {
    await adapter.createUser(user, `user ${user.loginId}`);
    await adapter.createPhone(aPhone({ number: String(30_000 + index), loginId: user.loginId }), `phone ${user.loginId}`);
    answered.push(user.loginId);
    if (answered.length === 50) child.kill("SIGKILL");
  };
  const outcomes = await Promise.allSettled(users.map(create));
  expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
  expect(answered.length).toBeGreaterThanOrEqual(50);

  await spawnMivb(dataDir, Number(new URL(url).port));
  const kept = (await adapter.listPhones()).map(({ loginId }) => loginId);
  expect(kept).toEqual(expect.arrayContaining(answered));
  for (const [index, user] of users.entries()) await create(user, index);
  expect(await adapter.listPhones()).toHaveLength(400);
  expect(await adapter.listUsers()).toHaveLength(400);
});

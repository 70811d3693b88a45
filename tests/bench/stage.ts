/** Everything that the measurements work on: a running portal with its data and people, and the floor beside it. */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/config/ports.ts";
import { closeDatabase, database } from "#lib/db/client.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { setPassword } from "#lib/registration/set-password.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { closeConnections } from "./load.ts";
import { startPortal } from "./portal.ts";
import type { BenchPortal } from "./portal.ts";
import { seedSmallAccounts, seedUsers, settle } from "./seed.ts";

export const USERS = 100_000;
const SMALL_ACCOUNTS = 2_000;
const USERS_EACH = 20;
const PROVISIONED_USERS = 500;

export type Person = { headers: { authorization: string }; userId: string; email: string };

export type Stage = {
  portal: BenchPortal;
  floorUrl: string;
  startMs: { first: number; second: number };
  /** The account with many users, one with a few hundred that are to get services, and one with a few. */
  accounts: { large: string; toProvision: string; small: string };
  partner: Person;
  /** An administrator of the large account, with a password. */
  admin: Person;
  password: string;
};

export type Cleanups = (() => Promise<unknown>)[];

/** Sets the stage; what has to be undone at the end is put into `cleanups` as it is made. */
export async function setStage(cleanups: Cleanups, say: (line: string) => void): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-bench-"));
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  say("Starting the portal for the first and for the second time …");
  const first = await startPortal(dataDir, port, cleanups);
  await first.stop();
  const portal = await startPortal(dataDir, port, cleanups);
  Object.assign(process.env, portal.env);
  cleanups.push(closeDatabase, closeQueue, async () => closeConnections());

  say(`Adding ${USERS.toLocaleString("en")} users to one account and ${SMALL_ACCOUNTS.toLocaleString("en")} small accounts …`);
  const { accounts, partner, admin } = await fillDatabase();
  const floorUrl = await startFloor(portal.env, cleanups);
  return { portal, floorUrl, startMs: { first: first.startMs, second: portal.startMs }, accounts, partner, admin, password: PASSWORD };
}

const PASSWORD = "a password of the measurements 1";

async function fillDatabase(): Promise<Pick<Stage, "accounts" | "partner" | "admin">> {
  const { pool, prisma } = database();
  const signedIn = await aPartner();
  const [large, toProvision, small] = [await anAccount(signedIn, { name: "Large Industries" }), await anAccount(signedIn, { name: "Provisioned Industries" }), await anAccount(signedIn, { name: "Small Industries" })];
  await anIntegration(large.id);
  const serviceRole = await prisma.serviceRole.findFirstOrThrow({ where: { accountId: large.id } });
  await seedUsers(pool, { accountId: large.id, count: USERS, domain: "large.example", serviceRoleId: serviceRole.id });
  await seedUsers(pool, { accountId: toProvision.id, count: PROVISIONED_USERS, domain: "provisioned.example" });
  await pool.query("update users set services_state = 'none', extension = '' where account_id = $1", [toProvision.id]);
  await seedUsers(pool, { accountId: small.id, count: USERS_EACH, domain: "small.example" });
  await seedSmallAccounts(pool, signedIn.accountId, SMALL_ACCOUNTS, USERS_EACH);
  await settle(pool);
  return {
    accounts: { large: large.id, toProvision: toProvision.id, small: small.id },
    partner: await withKey(await prisma.user.findFirstOrThrow({ where: { accountId: signedIn.accountId } })),
    admin: await withKey(await prisma.user.findFirstOrThrow({ where: { accountId: large.id, role: "account_admin", registeredAt: { not: null } } })),
  };
}

/** A person who can ask the REST door, and sign in with a password. */
async function withKey(user: { accountId: string; id: string; email: string }): Promise<Person> {
  const now = new Date();
  const owner = { accountId: user.accountId, userId: user.id };
  const { prisma } = database();
  await setPassword(prisma, { ...owner, email: user.email }, PASSWORD, now);
  const { key } = await newApiKey(prisma, owner, `Measurements ${randomUUID()}`, now);
  return { headers: { authorization: `Bearer ${key}` }, userId: user.id, email: user.email };
}

function startFloor(env: NodeJS.ProcessEnv, cleanups: Cleanups): Promise<string> {
  const child = fork("tests/bench/floor.ts", { env, execArgv: ["--disable-warning=ExperimentalWarning"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  cleanups.push(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  return new Promise((resolve, reject) => {
    child.once("message", (port) => resolve(`http://127.0.0.1:${port}`));
    child.once("exit", () => reject(new Error("The floor did not start.")));
  });
}

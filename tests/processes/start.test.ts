/** `npm start`: copies beside each other, starts again and again, and every way to end. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isFree } from "#lib/config/ports.ts";
import { DEMO_ADMIN } from "#lib/processes/demo-people.ts";
import { runningDatabaseUrl } from "#lib/processes/embedded-database.ts";
import { anInstallation, ask, childrenOf, descendantsOf, isAlive, killAll, runScript } from "./installation.ts";
import type { Installation, Running } from "./installation.ts";

const installations: Installation[] = [];

async function install(settings: Record<string, string>): Promise<Installation> {
  const installation = await anInstallation(settings);
  installations.push(installation);
  return installation;
}
afterAll(async () => {
  for (const installation of installations) await installation.discard();
});

async function count({ dataDir, secrets }: Installation, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: (await runningDatabaseUrl(dataDir, (await secrets()).DATABASE_PASSWORD))! });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
  await client.end();
  return Number(rows[0]!.count);
}

async function apiKeyOf({ dataDir }: Installation, address: string): Promise<{ code: number | null; output: string }> {
  return runScript("api-key.ts", [address], { DATA_DIR: dataDir });
}

const gone = (pids: number[]) => vi.waitUntil(() => !pids.some(isAlive), { timeout: 20_000, interval: 50 });

describe("two copies side by side", () => {
  let demo: Installation;
  let empty: Installation;
  let runs: Running[];
  beforeAll(async () => {
    [demo, empty] = [await install({}), await install({ DEMO: "0" })];
    runs = await Promise.all([demo.started(), empty.started()]);
  });

  test("each has ports of its own and answers", async () => {
    const ports = [demo.port, empty.port, ...Object.values(await demo.ports()), ...Object.values(await empty.ports())];
    expect(new Set(ports).size).toBe(ports.length);
    for (const { url } of [demo, empty]) expect(await ask(url, "/api/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  test("what is printed leads to the sign-ins, the inbox, and the data", async () => {
    const output = runs[0]!.output();
    for (const text of [demo.url, `http://127.0.0.1:${(await demo.ports()).mailInbox}`, DEMO_ADMIN.email, DEMO_ADMIN.password, demo.dataDir]) expect(output).toContain(text);
    for (const secret of Object.values(await demo.secrets())) expect(output).not.toContain(secret);
    expect(runs[1]!.output()).not.toContain(DEMO_ADMIN.email);
  });

  test("DEMO=0 starts empty, and without it there is a customer with connected systems", async () => {
    for (const table of ["accounts", "users", "network_elements", "events"]) expect(await count(empty, table), table).toBe(0);
    expect(await count(demo, "network_elements")).toBe(4);
    expect(await count(demo, "users")).toBeGreaterThan(8);
  });

  test("npm run api-key prints a key that works, in its own copy alone, and says whom it does not know", async () => {
    const { code, output } = await apiKeyOf(demo, DEMO_ADMIN.email.toUpperCase());
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^mak_\S+\n$/) });
    expect(await ask(demo.url, "/api/v1/me", output.trim())).toMatchObject({ status: 200, body: { email: DEMO_ADMIN.email, role: "account_admin" } });
    expect(await ask(empty.url, "/api/v1/me", output.trim())).toMatchObject({ status: 401 });
    expect(await apiKeyOf(empty, DEMO_ADMIN.email)).toEqual({ code: 1, output: expect.stringMatching(/^Nobody has the address ada\.brandt@ballad\.example\./) });
  });

  test("a worker that was killed is back by itself", async () => {
    const worker = Number(/worker (\d+)/.exec(runs[1]!.output())![1]);
    killAll([worker]);
    await vi.waitUntil(() => runs[1]!.output().includes("The worker process ended (SIGKILL); starting it again."), { timeout: 10_000 });
    expect(await ask(empty.url, "/api/health")).toMatchObject({ status: 200 });
  });

  test("Ctrl-C of one ends every process of it, and none of the other", async () => {
    const [ours, others] = [descendantsOf(runs[1]!.pid), childrenOf(runs[0]!.pid)];
    expect(others).toHaveLength(4);
    process.kill(-runs[1]!.pid, "SIGINT");
    expect(await runs[1]!.ended).toBe(0);
    await gone(ours);
    expect(others.filter((pid) => !isAlive(pid))).toEqual([]);
    expect(await ask(demo.url, "/api/health")).toMatchObject({ status: 200 });
    for (const port of Object.values(await empty.ports())) expect(await isFree(port)).toBe(true);
  });
});

describe("started again", () => {
  let installation: Installation;
  let key: string;
  let ports: object;
  let running: Running;
  beforeAll(async () => {
    installation = await install({ PEERS: "0" });
    running = await installation.started();
    key = (await apiKeyOf(installation, DEMO_ADMIN.email)).output.trim();
    ports = await installation.ports();
  });

  test("PEERS=0 starts no peers, and the demo has nothing to connect to", async () => {
    const { database, ...peers } = await installation.ports();
    expect(await isFree(database)).toBe(false);
    for (const [name, port] of Object.entries(peers)) expect(await isFree(port), name).toBe(true);
    expect(await count(installation, "network_elements")).toBe(0);
    expect(childrenOf(running.pid)).toHaveLength(3);
  });

  const isAsBefore = async () => {
    expect(await ask(installation.url, "/api/v1/me", key)).toMatchObject({ status: 200, body: { email: DEMO_ADMIN.email } });
    expect(await installation.ports()).toEqual(ports);
    expect(await count(installation, "accounts")).toBe(4);
  };

  test("after its end, it has its data, its keys and its ports", async () => {
    process.kill(running.pid, "SIGTERM");
    expect(await running.ended).toBe(0);
    running = await installation.started();
    await isAsBefore();
  });

  test("after kill -9 of its first process the others end by themselves, save the database, which it finds again", async () => {
    const database = await installation.databasePid();
    const children = descendantsOf(running.pid).filter((pid) => pid !== database && !descendantsOf(database).includes(pid));
    killAll([running.pid]);
    await gone(children);
    expect(isAlive(database)).toBe(true);
    running = await installation.started();
    expect(await installation.databasePid()).toBe(database);
    await isAsBefore();
  });

  test("after kill -9 of all of it, the database too, it recovers", async () => {
    killAll([...descendantsOf(running.pid), running.pid, await installation.databasePid()]);
    running = await installation.started();
    await isAsBefore();
  });

  test("two interrupts one after the other, as the terminal and the launcher send them, end it in good order", async () => {
    const all = [...descendantsOf(running.pid), await installation.databasePid()];
    process.kill(running.pid, "SIGINT");
    process.kill(running.pid, "SIGINT");
    expect(await running.ended).toBe(0);
    await gone(all);
    expect(running.output()).not.toMatch(/error/i);
  });

  test("npm that is ended by its process id, as a script ends it, takes all of it along", async () => {
    running = await installation.startedByNpm();
    const all = [...descendantsOf(running.pid), await installation.databasePid()];
    process.kill(running.pid, "SIGTERM");
    await gone(all);
  });
});

/** The commands beside the start: migrating, keys, and the count of requirements. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rm } from "node:fs/promises";
import { freePort } from "#lib/config/ports.ts";
import { closeDatabase, database } from "#lib/db/client.ts";
import { chainEvents } from "#lib/events/chain-events.ts";
import { startEmbeddedDatabase } from "#lib/processes/embedded-database.ts";
import type { RunningDatabase } from "#lib/processes/embedded-database.ts";
import { migrate } from "#lib/processes/migrate.ts";
import { aDataDir, runScript } from "./installation.ts";

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");

describe("npm run migrate", () => {
  let dataDir: string;
  let server: RunningDatabase;
  let database: pg.Client;
  beforeAll(async () => {
    dataDir = await aDataDir();
    server = await startEmbeddedDatabase(dataDir, await freePort(), "a password");
    database = new pg.Client({ connectionString: server.url });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const migrate = (url = server.url) => runScript("run-migrate.ts", [], { DATABASE_URL: url });
  const tables = async () => (await database.query<{ name: string }>("select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'jobs') order by 1")).rows.map(({ name }) => name);

  test("applies every migration once, also when two start at once; then there is nothing to do", async () => {
    const names = (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name)).toSorted();
    const both = await Promise.all([migrate(), migrate()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ output }) => output).toSorted()).toEqual([`Applied: ${names.join(", ")}\n`, "The database is up to date.\n"]);
    const made = await tables();
    expect(made).toEqual(expect.arrayContaining(["public.users", "public.events", "jobs.job"]));
    expect(await migrate()).toEqual({ code: 0, output: "The database is up to date.\n" });
    expect(await tables()).toEqual(made);
    const { rows } = await database.query<{ migration_name: string; finished_at: Date | null }>("select migration_name, finished_at from _prisma_migrations order by 1");
    expect(rows.map(({ migration_name, finished_at }) => [migration_name, finished_at !== null])).toEqual(names.map((name) => [name, true]));
  });

  test("refuses a migration that was edited after it was applied, by its name", async () => {
    const { rows } = await database.query<{ migration_name: string; checksum: string }>("update _prisma_migrations set checksum = repeat('0', 64) returning migration_name, checksum");
    const [first] = rows.map(({ migration_name }) => migration_name).toSorted();
    expect(await migrate()).toEqual({ code: 1, output: `The migration ${first} was changed after it was applied.\n` });
  });

  test("says in a sentence what it needs, and what kept it from working", async () => {
    expect(await migrate("")).toEqual({ code: 1, output: "Please set DATABASE_URL to the database to migrate. (npm start migrates its own.)\n" });
    const elsewhere = `postgresql://portal:hidden-word@127.0.0.1:${await freePort()}/portal`;
    expect(await migrate(elsewhere)).toEqual({ code: 1, output: expect.stringMatching(/^The database can not be reached: (?!.*hidden-word).*\n$/) });
  });
});

describe("npm run api-key", () => {
  test("says how it is used, and that the portal has to run", async () => {
    const dataDir = await aDataDir();
    expect(await runScript("api-key.ts", [], { DATA_DIR: dataDir })).toEqual({ code: 1, output: "Usage: npm run api-key -- ADDRESS [ACCOUNT NAME]\n" });
    expect(await runScript("api-key.ts", ["ada@ballad.example"], { DATA_DIR: dataDir })).toEqual({ code: 1, output: "The portal is not running. Start it with npm start, or set DATABASE_URL.\n" });
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe("npm run events:verify", () => {
  let dataDir: string;
  let server: RunningDatabase;
  beforeAll(async () => {
    dataDir = await aDataDir();
    server = await startEmbeddedDatabase(dataDir, await freePort(), "a password");
    await migrate(server.url);
  });
  afterAll(async () => {
    await closeDatabase();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const verify = (...only: string[]) => runScript("verify-events.ts", only, { DATABASE_URL: server.url });
  const [whole, altered] = ["01990000-0000-7000-8000-000000000001", "01990000-0000-7000-8000-000000000002"] as const;

  test("says a sentence for each account, and ends with 1 when an event of one is not what was written, which it names", async () => {
    expect(await verify()).toEqual({ code: 0, output: "There is no history yet.\n" });
    const { pool } = database(server.url);
    await pool.query("insert into accounts (id, kind, name, country) values ($1, 'partner', 'Heron Optics', 'NL')", [whole]);
    for (const account of [whole, altered]) {
      for (const minute of [1, 2]) await pool.query("insert into events (account_id, id, at, operation, action, asset_kind, actor_name, origin, correlation_id) values ($1, uuidv7(), $2, 'users.add', 'Add', 'user', 'Ada', 'session', uuidv7())", [account, `2026-11-20T10:0${minute}:00Z`]);
    }
    await chainEvents();
    expect(await verify()).toEqual({ code: 0, output: `Heron Optics (${whole}): 2 events, none altered, removed or put in.\n${altered}: 2 events, none altered, removed or put in.\n` });
    await pool.query("alter table events disable trigger all");
    const { rows } = await pool.query<{ id: string }>("update events set actor_name = 'Eve' where account_id = $1 and at = '2026-11-20T10:02:00Z' returning id::text", [altered]);
    const fault = `${altered}: the event ${rows[0]!.id} of 2026-11-20T10:02:00.000Z, number 2 of the chain, was altered or put out of its place.\n`;
    const { code, output } = await verify();
    expect(code).toBe(1);
    expect(output).toContain(`Heron Optics (${whole}): 2 events, none altered`);
    expect(output).toContain(fault);
    expect(await verify(whole)).toMatchObject({ code: 0 });
    expect(await verify(altered)).toEqual({ code: 1, output: fault });
  });

  test("says when there is no history of an account, and that the portal has to run", async () => {
    const unknown = "01990000-0000-7000-8000-000000000003";
    expect(await verify(unknown)).toEqual({ code: 1, output: `There is no history of an account ${unknown}.\n` });
    const empty = await aDataDir();
    expect(await runScript("verify-events.ts", [], { DATA_DIR: empty })).toEqual({ code: 1, output: "The portal is not running. Start it with npm start, or set DATABASE_URL.\n" });
    await rm(empty, { recursive: true, force: true });
  });
});

test("a command that there is not is refused with those that there are", async () => {
  const { code, output } = await runScript("launch.mjs", ["begin"], {});
  expect(code).toBe(1);
  expect(output).toMatch(/^Unknown command: begin\. Known: start, dev, .*test\.\n$/);
});

describe("npm run requirements", () => {
  type Report = { totals: { rows: number; tested: number }; areas: { area: string; rows: number; tested: string[]; untested: string[] }[] };

  test("counts every row of the requirements once, as tested or as untested", async () => {
    const { code, output } = await runScript("requirements.ts", ["--json"], {});
    expect(code).toBe(0);
    const { totals, areas } = JSON.parse(output) as Report;
    for (const { area, rows, tested, untested } of areas) {
      expect(tested.length + untested.length, area).toBe(rows);
      for (const id of [...tested, ...untested]) expect(id.slice(0, id.lastIndexOf("-"))).toBe(area);
    }
    const ids = areas.flatMap(({ tested, untested }) => [...tested, ...untested]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(totals).toEqual({ rows: ids.length, tested: areas.reduce((sum, { tested }) => sum + tested.length, 0) });
    const folder = join(import.meta.dirname, "../requirements");
    const texts = await Promise.all((await readdir(folder)).filter((name) => /^\d/.test(name)).map((name) => readFile(join(folder, name), "utf8")));
    const rows = new Set(texts.flatMap((text) => text.split("\n").flatMap((line) => /^\| ([A-Z][A-Z0-9]*-\d+) \|/.exec(line)?.[1] ?? [])));
    expect(new Set(ids)).toEqual(new Set([...rows].filter((id) => !/^(OP\d|SUP-)/.test(id))));
  });

  test("prints per area how many rows have a test, and the totals at the end", async () => {
    const { output } = await runScript("requirements.ts", [], {});
    const { output: json } = await runScript("requirements.ts", ["--json"], {});
    const { totals, areas } = JSON.parse(json) as Report;
    const lines = output.trim().split("\n");
    expect(lines.at(-1)).toBe(`${totals.tested} of ${totals.rows} rows have a test, ${totals.rows - totals.tested} have none.`);
    for (const { area, rows, tested } of areas) expect(lines.find((line) => line.startsWith(`${area} `))).toMatch(new RegExp(`\\s${tested.length} of\\s+${rows} rows with a test`));
  });
});

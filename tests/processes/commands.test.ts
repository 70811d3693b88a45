/** The commands beside the start: migrating, keys, and the count of requirements. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rm } from "node:fs/promises";
import { freePort } from "#lib/config/ports.ts";
import { startEmbeddedDatabase } from "#lib/processes/embedded-database.ts";
import type { RunningDatabase } from "#lib/processes/embedded-database.ts";
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

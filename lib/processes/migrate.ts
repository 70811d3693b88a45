/** Brings a database up to the newest schema: the portal's own migrations, and the queue's. */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { JOB_NAMES, JOBS } from "#lib/jobs/definitions.ts";
import { QUEUE_SCHEMA } from "#lib/jobs/queue.ts";

const FOLDER = join(import.meta.dirname, "../../prisma/migrations");

// Prisma's own history table, so that `prisma migrate deploy` works on the same history.
const HISTORY = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
    logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** Any constant; it keeps two processes that start at once from migrating at once. */
const LOCK = 7_215_400;

/**
 * Applies what is missing.
 * @returns the names of the migrations applied now
 * @throws Error when the database can not be reached, and when a migration that was applied has been edited since
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect().catch((error: Error) => {
    throw new Error(`The database can not be reached: ${error.message}`, { cause: error });
  });
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(HISTORY);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const now: string[] = [];
    for (const { name, sql, checksum } of await migrationFiles()) {
      const earlier = applied.get(name);
      if (earlier !== undefined && earlier !== checksum) throw new Error(`The migration ${name} was changed after it was applied.`);
      if (earlier === undefined) now.push(await applyOne(client, name, sql, checksum));
    }
    await installQueue(client);
    return now;
  } finally {
    await client.end();
  }
}

async function migrationFiles(): Promise<{ name: string; sql: string; checksum: string }[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<string> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
    return name;
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Creates the queue's tables and a queue per kind of job; quick when all is there. */
async function installQueue(client: pg.Client): Promise<void> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => client.query(text, values) }, schema: QUEUE_SCHEMA, supervise: false, schedule: false });
  const missing = new Set<string>(JOB_NAMES);
  const installed = await client.query<{ name: string }>(`select name from ${QUEUE_SCHEMA}.queue`).catch(() => undefined);
  for (const { name } of installed?.rows ?? []) missing.delete(name);
  if (installed && missing.size === 0) return;
  await boss.start();
  for (const name of JOB_NAMES.filter((each) => missing.has(each))) {
    await boss.createQueue(name, { policy: "standard", notify: true, retryLimit: JOBS[name].retryLimit, heartbeatSeconds: 20 });
  }
  await boss.stop({ graceful: false });
}

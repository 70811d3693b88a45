/** One PostgreSQL for a test run, with a migrated database that every test file gets a copy of. */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "#lib/config/ports.ts";
import { startEmbeddedDatabase } from "#lib/processes/embedded-database.ts";
import { migrate } from "#lib/processes/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** The database that is copied. */
export const TEMPLATE = "portal";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "portal-test-"));
  await chmod(folder, 0o755);
  const server = await startEmbeddedDatabase(folder, await freePort(), randomBytes(12).toString("hex"));
  await migrate(server.url);
  const admin = new pg.Client({ connectionString: server.url.replace(/portal$/, "postgres") });
  await admin.connect();
  // Lost after a crash is fine here, and the copies are made much faster.
  await admin.query("alter system set fsync = off");
  await admin.query("alter system set synchronous_commit = off");
  await admin.query("alter system set full_page_writes = off");
  await admin.query("select pg_reload_conf()");
  await admin.end();
  project.provide("databaseServer", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

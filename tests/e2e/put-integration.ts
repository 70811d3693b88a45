import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

/** Puts an integration on an account, set up, straight into the database of the running portal. */
export async function putIntegration(accountId: string, key: IntegrationKey): Promise<void> {
  const { dataDir, ports } = inject("portal");
  const { DATABASE_PASSWORD: password } = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")) as { DATABASE_PASSWORD: string };
  const client = new pg.Client({ host: "127.0.0.1", port: ports.database, user: "postgres", password, database: "portal" });
  await client.connect();
  await client.query("insert into integrations (account_id, key, status) values ($1, $2, 'on')", [accountId, key]);
  await client.end();
}

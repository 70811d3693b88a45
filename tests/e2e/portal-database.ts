/** The database of the running portal, for what no page makes. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { runningDatabaseUrl } from "#lib/processes/embedded-database.ts";

/** Runs a statement in the portal's own database. */
export async function inDatabase<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const { dataDir } = inject("portal");
  const { DATABASE_PASSWORD } = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")) as { DATABASE_PASSWORD: string };
  const client = new pg.Client({ connectionString: await runningDatabaseUrl(dataDir, DATABASE_PASSWORD) });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** Gives an account an integration whose set-up is finished; MiVoice Business with "Administration" on. */
export async function addIntegration(accountId: string, key: "mivoice_business" | "zoom" | "twilio" = "mivoice_business"): Promise<void> {
  await inDatabase("insert into integrations (account_id, key, status, features) values ($1, $2, 'on', $3)", [accountId, key, JSON.stringify(key === "mivoice_business" ? { administration: true } : {})]);
}

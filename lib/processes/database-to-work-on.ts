import { resolve } from "node:path";
import { readSecrets } from "#lib/config/secrets.ts";
import { runningDatabaseUrl } from "./embedded-database.ts";

/** The database of a command beside the running portal: DATABASE_URL, or else its embedded one. Ends the process with a sentence when there is none. */
export async function databaseToWorkOn(): Promise<string> {
  const dataDir = resolve(process.env["DATA_DIR"] || ".data");
  const url = process.env["DATABASE_URL"] ?? (await runningDatabaseUrl(dataDir, (await readSecrets(dataDir)).DATABASE_PASSWORD));
  if (url) return url;
  console.error("The portal is not running. Start it with npm start, or set DATABASE_URL.");
  process.exit(1);
}

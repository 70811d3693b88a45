import { database } from "./client.ts";

/** Whether the database answers. Never throws. */
export async function isHealthy(): Promise<boolean> {
  return database().pool.query("select 1").then(
    () => true,
    () => false,
  );
}

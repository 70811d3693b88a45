/** `npm run migrate`: applies what is missing to DATABASE_URL. */
import { migrate } from "./migrate.ts";

const url = process.env["DATABASE_URL"];
try {
  if (!url) throw new Error("Please set DATABASE_URL to the database to migrate. (npm start migrates its own.)");
  const applied = await migrate(url);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

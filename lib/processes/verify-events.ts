/** `npm run events:verify [-- ACCOUNT ID]`: looks whether the history of every account is what was written; ends with 1 when one is not. */
import { closeDatabase, database } from "#lib/db/client.ts";
import { verifyHistories } from "#lib/events/verify-history.ts";
import { databaseToWorkOn } from "./database-to-work-on.ts";

const [only] = process.argv.slice(2);
database(await databaseToWorkOn());
let accounts = 0;
for await (const { isWhole, sentence } of verifyHistories(only)) {
  accounts += 1;
  if (!isWhole) process.exitCode = 1;
  (isWhole ? console.log : console.error)(sentence);
}
if (accounts === 0) {
  console.error(only === undefined ? "There is no history yet." : `There is no history of an account ${only}.`);
  if (only !== undefined) process.exitCode = 1;
}
await closeDatabase();

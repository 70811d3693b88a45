/** `npm run api-key -- ADDRESS`: a new API key of the person with that e-mail address, printed once. */
import { resolve } from "node:path";
import { closeDatabase, database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { readSecrets } from "#lib/config/secrets.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { runningDatabaseUrl } from "./embedded-database.ts";

const [address, accountName] = process.argv.slice(2);
if (!address) fail("Usage: npm run api-key -- ADDRESS [ACCOUNT NAME]");

const dataDir = resolve(process.env["DATA_DIR"] || ".data");
const url = process.env["DATABASE_URL"] ?? (await runningDatabaseUrl(dataDir, (await readSecrets(dataDir)).DATABASE_PASSWORD));
if (!url) fail("The portal is not running. Start it with npm start, or set DATABASE_URL.");
const { prisma } = database(url);

const people = await prisma.user.findMany({
  where: { email: address.toLowerCase(), ...(accountName ? { account: { name: accountName } } : {}) },
  select: { id: true, accountId: true, name: true, account: { select: { name: true } } },
});
if (people.length === 0) fail(`Nobody has the address ${address}${accountName ? ` in the account ${accountName}` : ""}. Who signs in with MiAccess exists after the first sign-in.`);
if (people.length > 1) fail(`${address} belongs to several accounts; add one of these names: ${people.map((person) => `"${person.account.name}"`).join(", ")}`);

const person = people[0]!;
const now = new Date();
const key = await prisma.$transaction(async (db) => {
  const made = await newApiKey(db, { accountId: person.accountId, userId: person.id }, "Made on the command line", now);
  await db.event.create({
    data: { accountId: person.accountId, id: newId(), at: now, operation: "me.add-api-key", action: "Add", assetKind: "api_key", assetId: made.id, assetName: made.name, actorName: "Command line", origin: "system", correlationId: made.id, details: { for: person.name } },
  });
  return made;
});
console.log(key.key);
await closeDatabase();

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

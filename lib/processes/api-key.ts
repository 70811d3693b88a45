/** `npm run api-key -- ADDRESS`: a new API key of the person with that e-mail address, printed once. */
import { closeDatabase, database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { databaseToWorkOn } from "./database-to-work-on.ts";

const [address, accountName] = process.argv.slice(2);
if (!address) fail("Usage: npm run api-key -- ADDRESS [ACCOUNT NAME]");

const { prisma } = database(await databaseToWorkOn());

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
    data: { accountId: person.accountId, id: newId(), at: now, operation: "me.add-api-key", action: "Add", assetKind: "api_key", assetId: made.id, assetName: made.name, actorName: "Command line", actorRole: "system", origin: "system", logTags: "me create admin system", correlationId: made.id, details: { for: person.name } },
  });
  return made;
});
console.log(key.key);
await closeDatabase();

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

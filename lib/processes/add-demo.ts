/** The demo: a partner with three customers. Everything goes through the operations, as a person would do it. */
import { closeDatabase, database } from "#lib/db/client.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { addAccount } from "#lib/accounts/add-account.ts";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { updateFeatures, updateSettings } from "#lib/integrations/update-integration.ts";
import { addNetworkElement } from "#lib/network-elements/add-network-element.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { setPassword } from "#lib/registration/set-password.ts";
import { signInWithMiAccess } from "#lib/sessions/sign-in-with-miaccess.ts";
import { DEMO_PEERS, DEMO_TWILIO } from "#lib/simulators/kit/demo.ts";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { addUser } from "#lib/users/add-user.ts";
import { DEMO_ADMIN, DEMO_USERS } from "./demo-people.ts";
import { addDemoOrders } from "./demo-orders.ts";
import { addDemoSupportLogs } from "./demo-support-logs.ts";

const CUSTOMERS = [
  { name: "Ballad Industries", country: "DE", address: "Hafenstraße 12", city: "Hamburg", postalCode: "20457", timeZone: "Europe/Berlin", businessType: "Manufacturing" },
  { name: "Harbor Clinic Group", country: "US", province: "Maine", address: "4 Wharf Road", city: "Portland", postalCode: "04101", timeZone: "America/New_York", businessType: "Healthcare" },
  { name: "Orchard Schools", country: "GB", address: "Mill Lane 3", city: "York", postalCode: "YO1 7HH", timeZone: "Europe/London", defaultLanguage: "en-GB", businessType: "Education" },
];

const { prisma } = database();
if ((await prisma.account.count()) === 0) await addDemo();
await closeQueue();
await closeDatabase();
process.exit(0);

/** Connects the simulated peers, where they run. */
async function connectPeers(resolved: Resolved): Promise<void> {
  for (const { kind, username, password } of Object.values(DEMO_PEERS)) {
    const port = process.env[`PORT_${kind.toUpperCase()}`];
    if (port) await runOperation(addNetworkElement, { resolved, input: { kind, address: `http://127.0.0.1:${port}`, username, password } });
  }
}

/** Those whose systems are connected, and the gateway that MiVoice Business needs. */
async function addIntegrationsFor(resolved: Resolved): Promise<void> {
  const integrations = [{ key: "cloudlink_gateway" }, { key: "mivoice_business", features: { administration: true } }, { key: "micollab" }, { key: "micc" }];
  await runOperation(addIntegrations, { resolved, input: { integrations } });
}

/** The simulated Twilio, where it runs: connected, and with numbers that users can be given. */
async function connectTwilio(resolved: Resolved): Promise<void> {
  if (!process.env["PORT_TWILIO"]) return;
  const { sid: accountSid, authToken, friendlyName: name } = DEMO_TWILIO.account;
  await runOperation(addIntegrations, { resolved, input: { integrations: [{ key: "twilio" }] } });
  await runOperation(updateSettings, { resolved, input: { key: "twilio", version: 1, settings: { name, accountSid, authToken } } });
  await runOperation(updateFeatures, { resolved, input: { key: "twilio", features: { user_numbers: true } } });
}

async function addDemo(): Promise<void> {
  const partner = DEMO_IDENTITIES[0]!;
  const { sessionToken } = await runOperation(signInWithMiAccess, { resolved: NOBODY, input: { ...partner, cloudLinkPolicy: true } });
  const atPartner = await resolveActor({ sessionToken }, null);
  const contact = { email: partner.email, name: partner.name };
  const accounts = [];
  for (const fields of CUSTOMERS) accounts.push(await runOperation(addAccount, { resolved: atPartner, input: { ...fields, supportContacts: [contact] } }));
  const first = accounts[0]!;
  const inAccount = await resolveActor({ sessionToken }, first.id);
  await connectPeers(inAccount);
  await addIntegrationsFor(inAccount);
  await connectTwilio(inAccount);
  const clinic = await resolveActor({ sessionToken }, accounts[1]!.id);
  await runOperation(addIntegrations, { resolved: clinic, input: { integrations: [{ key: "mitel_one" }, { key: "miteam_meetings" }, { key: "mitel_one_workgroups" }] } });
  const users = [];
  for (const [firstName, lastName] of DEMO_USERS) {
    users.push(await runOperation(addUser, { resolved: inAccount, input: { firstName, lastName, email: `${firstName}.${lastName}@ballad.example`.toLowerCase() } }));
  }
  await addDemoOrders(atPartner, inAccount, accounts.map(({ id }) => id), users.map(({ id }) => id));
  await addDemoSupportLogs(inAccount, first.id, users.map(({ id }) => id));
  const admin = await runOperation(addUser, { resolved: inAccount, input: { ...DEMO_ADMIN, accountAdmin: true } });
  await prisma.$transaction(async (db) => {
    const now = new Date();
    await setPassword(db, { accountId: first.id, userId: admin.id, email: admin.email }, DEMO_ADMIN.password, now);
    await db.user.update({ where: { accountId_id: { accountId: first.id, id: admin.id } }, data: { registeredAt: now } });
  });
}

/** A secret that was given to the portal comes out of no answer, and lies readable nowhere in its database. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addSupportLog } from "#lib/support-logs/add-support-log.ts";
import { convertToManagers } from "#lib/account-managers/change-kind.ts";
import { startApplications } from "#tests/builders/applications.ts";
import type { Applications } from "#tests/builders/applications.ts";
import { aBillingSystem, anAssignedOrder } from "#tests/builders/orders.ts";
import { aPartner } from "#tests/builders/people.ts";
import { aGateway, claimOf, onboard, startGatewayPeer } from "#tests/builders/gateways.ts";
import { addThoseWithPages, addTo, anIntegration } from "#tests/builders/integrations.ts";
import { aColleague, aRole } from "#tests/builders/roles.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, provision } from "#tests/builders/provisioning.ts";
import { aLink, aRegisteredUser, PASSWORD, signedInWithPassword } from "#tests/builders/registered.ts";
import { byCookie, byKey, HOST, send } from "#tests/builders/rest.ts";
import { setTwilio, someNumbers, startTestTwilio } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";
import { completeUnifyPhone, startTestUnifyPhone } from "#tests/builders/unify-phone.ts";
import type { TestUnifyPhone } from "#tests/builders/unify-phone.ts";
import { ANDROID_REPORT, PNG } from "#tests/builders/support-logs.ts";

let applications: Applications;
let twilio: TestTwilio;
let unify: TestUnifyPhone;
let peers: TestPeers;
let partner: Awaited<ReturnType<typeof aPartner>>;
let admin: SignedIn;
let accountId: string;
/** What stands for each `{name}` in a path. */
const ids: Record<string, string> = {};
/** Name and text of everything that nobody may read. */
const secrets = new Map<string, string>();
const keys: Record<string, { authorization: string }> = {};

beforeAll(async () => {
  applications = await startApplications();
  twilio = await startTestTwilio();
  unify = await startTestUnifyPhone();
  const gateways = await startGatewayPeer();
  peers = await startPeers();
  partner = await aPartner();
  const place = await anAccountOnPeers(partner, peers, 1);
  accountId = place.accountId;
  const { prisma } = database();
  const user = await aRegisteredUser(partner, accountId, { accountAdmin: true });
  const plan = await provision(place);
  expect(plan).toMatchObject({ succeededCount: 2 });
  admin = await signedInWithPassword(user.email);
  keys["partner"] = await byKey(partner);
  const made = await send("POST", "/me/api-keys", { ...(await byCookie(admin)), origin: `http://${HOST}` }, { name: "Nightly" });
  keys["admin"] = { authorization: `Bearer ${(made.body as { key: string }).key}` };
  const deployment = await prisma.deployment.findFirstOrThrow({ where: { accountId, userId: user.id } });
  const sealKey = Buffer.from(settings().SEAL_KEY, "base64");
  const notification = newId();
  await prisma.notification.create({ data: { accountId, id: notification, userId: user.id, status: "completed", title: "Done" } });
  const uploaded = await send("POST", `/accounts/${accountId}/imports?fileName=users.csv`, keys["admin"], new TextEncoder().encode("Email\nada@ballad.example\n"));
  const bulkJobId = newId();
  await prisma.bulkJob.create({ data: { accountId, id: bulkJobId, kind: "delete_users", total: 1, userIds: [user.id], createdById: user.id, createdByAccountId: accountId, createdByName: "Ada", createdByOrigin: "session" } });
  const importId = (uploaded.body as { import: { id: string } }).import.id;
  const attachments = [{ fileName: "a.png", content: PNG.toString("base64") }];
  const { id: logId } = await runOperation(addSupportLog, { resolved: await admin.at(accountId), input: { ...ANDROID_REPORT, attachments } });
  const { id: attachmentId } = await prisma.supportLogAttachment.findFirstOrThrow({ where: { accountId, logId } });
  const role = await aRole(partner, "account_admin", ["users.view"], [accountId]);
  const manager = await aColleague(partner);
  await runOperation(convertToManagers, { resolved: await partner.at(null), input: { userIds: [manager.userId] } });
  QUERIES["account-managers.find-accounts"] = `?managers=${manager.userId}`;
  QUERIES["account-managers.export-accounts"] = `${FILE_QUERY}&managers=${manager.userId}`;
  const billing = await aBillingSystem(partner);
  const order = await anAssignedOrder(partner, billing, accountId);
  QUERIES["licenses.preview-change"] = "?product=miteam_meetings&plan=meetings&quantity=1";
  const first = async (table: "provisioningRun" | "template") => (await (prisma[table] as typeof prisma.template).findFirstOrThrow({ where: { accountId } })).id;
  Object.assign(ids, { accountId, userId: user.id, planId: plan.id, elementId: deployment.elementId, runId: await first("provisioningRun"), templateId: await first("template"), notificationId: notification, importId, bulkJobId, logId, attachmentId, roleId: role.id, orderId: order.id, eventId: (await prisma.event.findFirstOrThrow({ where: { accountId } })).id });
  await addThoseWithPages(partner, accountId);
  await onboard(gateways, partner, accountId);
  for (const key of ["mitel_workflow_studio", "mitel_voice_assist"] as const) await anIntegration(accountId, key);
  ids["claim"] = await claimOf(gateways, await aGateway(gateways));
  await addTo(partner, accountId, "cm_com");
  ids["key"] = "cm_com";
  await send("PATCH", `/accounts/${accountId}/integrations/cm_com/settings`, keys["admin"], { version: 1, settings: { productToken: "cm-product-token-1f9c" } });
  const customer = await twilio.customer(someNumbers(2));
  await setTwilio(partner, accountId, { name: "SMS", ...customer });
  const tenant = await unify.tenant();
  await addTo(partner, accountId, "unify_phone");
  await completeUnifyPhone(partner, accountId, { isExistingTenant: true, apiKey: tenant.apiKey });
  const registered = await send("POST", "/client-applications", keys["partner"], { name: "MiCollab", description: "", accountIds: [accountId] });
  for (const [name, text] of Object.entries({
    "the auth token of Twilio": customer.authToken,
    "the API key of a Unify Phone tenant": tenant.apiKey,
    "the product token of CM.com": "cm-product-token-1f9c",
    "the secret of an application": (registered.body as { clientSecret: string }).clientSecret,
    "the password of a peer": "peer-password",
    "the password of a PBX": "system-password",
    "the password of a person": PASSWORD,
    "the link of a deployment": unseal(deployment.linkSealed, sealKey, "deployment link"),
    "the PIN of a deployment": `"${unseal(deployment.pinSealed, sealKey, "deployment pin")}"`,
    "the session of the partner": partner.sessionToken,
    "the session of the admin": admin.sessionToken,
    "the API key of the partner": keys["partner"].authorization.slice(7),
    "the API key of the admin": keys["admin"].authorization.slice(7),
    "a link to reset a password": await aLink(accountId, user.id, "password_reset"),
    "the hash of a password": "$argon2id$",
    "the key that seals": settings().SEAL_KEY,
    "the secret of the billing system": billing.secret,
    "the secret that signs": settings().AUTH_SECRET,
  })) secrets.set(name, text);
});
afterAll(() => Promise.all([applications.close(), twilio.close(), unify.close(), peers.close()]));

/** What a person is told of the own client, and nobody else of it. */
const OWN: Record<string, string[]> = { "me.get-home": ["the link of a deployment"], "me.get-deployment-pin": ["the PIN of a deployment"] };

/** What some reads do not answer without. */
const QUERIES: Record<string, string> = { "accounts.find-contacts": "?search=a", "accounts.find-partner-contacts": "?search=a", "users.export": "?format=csv&columns=name,email", "search.find": "?text=ballad", "users.find-number-holders": "?number=2000" };
/** What every list as a file does not answer without. */
const FILE_QUERY = "?format=csv";

const reads = OPEN_OPERATIONS.filter(({ http, scope }) => http.method === "GET" && scope !== "public");

test.each(reads.map((operation) => [operation.name, operation] as const))("%s tells no secret", async (name, { http, scope }) => {
  const path = http.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => ids[part] ?? `no ${part}`) + (QUERIES[name] ?? (http.path.endsWith("/export") ? FILE_QUERY : ""));
  const tells: number[] = [];
  for (const [caller, key] of Object.entries(keys)) {
    const { status, text } = await send("GET", path, key);
    tells.push(status);
    for (const [what, secret] of secrets) if (!OWN[name]?.includes(what)) expect(text.includes(secret), `${what}, to the ${caller}`).toBe(false);
  }
  // Something was told, so that the search was one.
  expect(tells, `${scope}: ${path}`).toContain(200);
});

test("the person finds the own link and PIN, so that the search for them is one", async () => {
  expect((await send("GET", "/me/home", keys["admin"])).text).toContain(secrets.get("the link of a deployment"));
  expect((await send("GET", `/me/deployments/${ids["elementId"]}/pin`, keys["admin"])).text).toContain(secrets.get("the PIN of a deployment"));
});

test("no table holds a secret that can be read", async () => {
  const { pool } = database();
  const { rows: tables } = await pool.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')");
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select coalesce(string_agg(t::text, '|'), '') as text from ${name} t`);
    for (const [what, secret] of secrets) if (what !== "the hash of a password" && what !== "the PIN of a deployment") expect(rows[0]!.text.includes(secret), `${what} in ${name}`).toBe(false);
    expect(rows[0]!.text.includes("$argon2id$"), `a hash in ${name}`).toBe(name === "public.credentials");
  }
});

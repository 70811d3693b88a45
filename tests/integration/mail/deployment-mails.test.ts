/** The MiVoice Business deployment mails: what a person has, and apart from it the passwords. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { sendDeploymentMails } from "#lib/users/send-deployment-mails.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { startMailServer } from "#tests/builders/mail-server.ts";
import { aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, provision } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";
import { aCopy, defaultTemplate, saveWith } from "#tests/builders/templates.ts";

const { receivedBy, setFaults } = await startMailServer();
let peers: TestPeers;
let partner: Awaited<ReturnType<typeof aPartner>>;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());
beforeEach(() => setFaults({}));

/** A user with services, made by a template of the account's own. */
async function aServedUser(fields: Record<string, unknown> = {}) {
  const place = await anAccountOnPeers(partner, peers, 1);
  const template = await aCopy(partner, place.accountId, await defaultTemplate(partner, place.accountId), "Served", { "user.uccBundle": "UCC Premium User for Enterprise (V4.0)", "client.featureProfile": "UCC (V4.0) Premium", includeNuPoint: true, ...fields });
  const { id } = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId: place.accountId, name: "Served" } });
  expect(await provision(place, { serviceRoleId: id })).toMatchObject({ succeededCount: 1, failedCount: 0 });
  const user = await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: place.accountId, id: place.userIds[0]! } } });
  await workOff(["mail.send"]);
  return { place, user, template };
}

async function send({ accountId }: OnPeers, selection: object = { mode: "all", filter: {} }) {
  return runOperation(sendDeploymentMails, { resolved: await partner.at(accountId), input: { selection } });
}

const welcomes = async (address: string) => (await receivedBy(address)).filter(({ subject }) => subject === "Welcome to MiVB");

test("USER-63 USER-64 USER-65 USER-66 two mails come when the administrator sends them: portal, phone and client in the first, password and PIN in the second alone", async () => {
  const { place, user } = await aServedUser();
  expect(await welcomes(user.email)).toEqual([]);
  expect(await send(place)).toMatchObject({ done: 1, skipped: [] });
  await workOff(["mail.send"]);
  const [details, secrets, ...more] = (await welcomes(user.email)).toSorted((a, b) => b.text!.length - a.text!.length);
  expect(more).toEqual([]);
  for (const text of ["User Portal: http", `sign in as ${user.email}`, `Phone ${user.extension}: `, `MiCollab Client: user name ${user.loginId}`, "Set up your client: http"]) expect(details!.text).toContain(text);
  expect(details!.html).toContain("Open the User Portal");
  const password = /Password of the MiCollab Client: (\S+)/.exec(secrets!.text!)![1]!;
  const pin = /PIN of your phone and voicemail: (\d+)/.exec(secrets!.text!)![1]!;
  for (const secret of [password, pin]) expect(details!.text! + details!.html!).not.toContain(secret);
  const login = await fetch(`${peers.url.micollab}/client/v1/login`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ userName: user.loginId, password }) });
  expect(login.ok).toBe(true);
  const deployment = await database().prisma.deployment.findFirst({ where: { accountId: place.accountId } });
  expect(deployment).not.toBeNull();
  const stored = await database().prisma.mailMessage.findMany({ where: { accountId: place.accountId, kind: { in: ["mivb_details", "mivb_secrets"] } } });
  expect(stored.map(({ status, contentSealed }) => ({ status, contentSealed }))).toEqual([{ status: "sent", contentSealed: null }, { status: "sent", contentSealed: null }]);
});

test("OP1-31 who has no MiVoice Business services gets none and is named; the others are told of in the bell as one", async () => {
  const { place, user } = await aServedUser();
  const bare = await aUser(partner, place.accountId, { firstName: "Eva" });
  expect(await send(place)).toMatchObject({ done: 1, skipped: [{ reason: "Has no MiVoice Business services.", count: 1, examples: [bare.name] }] });
  await workOff(["mail.send"]);
  expect(await welcomes(bare.email)).toEqual([]);
  expect(await welcomes(user.email)).toHaveLength(2);
  const told = await database().prisma.notification.findMany({ where: { accountId: partner.accountId, title: "MiVoice Business deployment e-mails" }, orderBy: { createdAt: "desc" }, take: 1 });
  expect(told).toMatchObject([{ status: "completed", body: "1 sent, 1 left out.", details: { "Has no MiVoice Business services.": bare.name } }]);
  expect(await database().prisma.event.count({ where: { accountId: place.accountId, operation: "users.send-deployment-mails", action: "Send", assetId: user.id } })).toBe(1);
});

test("USER-67 who has voicemail gets none while an Open Integration Gateway is connected together with MiCollab, and is named with the reason in result and bell", async () => {
  const { place, user } = await aServedUser();
  const reason = "Has voicemail, and an Open Integration Gateway (OIG) is connected together with MiCollab.";
  await connectPeers(partner, place.accountId, peers, ["oig"]);
  expect(await send(place)).toEqual({ done: 0, skipped: [{ reason, count: 1, examples: [user.name] }], inBackground: 0, bulkJobId: null });
  await workOff(["mail.send"]);
  expect(await welcomes(user.email)).toEqual([]);
  const told = await database().prisma.notification.findFirst({ where: { accountId: partner.accountId, title: "MiVoice Business deployment e-mails" }, orderBy: { createdAt: "desc" } });
  expect(told).toMatchObject({ body: "0 sent, 1 left out.", details: { [reason]: user.name } });
});

test("USER-67 beside an Open Integration Gateway who has no voicemail gets the mails", async () => {
  const { place, user } = await aServedUser({ includeNuPoint: false });
  await connectPeers(partner, place.accountId, peers, ["oig"]);
  expect(await send(place)).toMatchObject({ done: 1, skipped: [] });
  await workOff(["mail.send"]);
  expect(await welcomes(user.email)).toHaveLength(2);
});

test("the passwords do not go where the first mail could not be delivered, and the failure is told", async () => {
  const { place, user } = await aServedUser();
  await setFaults({ rejectRecipients: [user.email] });
  await send(place);
  await workOff(["mail.send"], { evenLater: true });
  const stored = await database().prisma.mailMessage.findMany({ where: { accountId: place.accountId, kind: { in: ["mivb_details", "mivb_secrets"] } }, orderBy: { kind: "asc" } });
  expect(stored).toMatchObject([{ kind: "mivb_details", status: "failed" }, { kind: "mivb_secrets", status: "failed", error: "The mail before this one could not be delivered.", contentSealed: null }]);
  const [told] = await database().prisma.notification.findMany({ where: { accountId: partner.accountId, title: "MiVoice Business deployment e-mails" }, orderBy: { createdAt: "desc" }, take: 1 });
  expect(told).toMatchObject({ status: "failed", body: "0 sent, 1 could not be delivered." });
});

test("a password that the template has been changed to since is not told as the one that was given", async () => {
  const { place, user, template } = await aServedUser({ "user.password": { mode: "value", value: "First-of-all-26" } });
  await saveWith(partner, place.accountId, template, { "user.password": { mode: "value", value: "Another-one-26" } });
  await send(place);
  await workOff(["mail.send"]);
  const texts = (await welcomes(user.email)).map(({ text }) => text).join("\n");
  expect(texts).not.toMatch(/First-of-all|Another-one/);
  expect(texts).toContain("Please ask your administrator for them.");
});

test("a user of the account may not send them, and a foreign account is not there", async () => {
  const { place } = await aServedUser();
  const user = await aSignedInUser(partner, place.accountId, "user");
  const input = { selection: { mode: "all", filter: {} } };
  await expect(runOperation(sendDeploymentMails, { resolved: await user.at(place.accountId), input })).rejects.toMatchObject({ code: "forbidden" });
  await expect(runOperation(sendDeploymentMails, { resolved: await (await aPartner()).at(place.accountId), input })).rejects.toMatchObject({ code: "not_found" });
  expect(await database().prisma.mailMessage.count({ where: { accountId: place.accountId, kind: "mivb_details" } })).toBe(0);
});

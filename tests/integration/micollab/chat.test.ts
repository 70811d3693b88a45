/** CloudLink Chat in MiCollab: the integration here, the administrator's switch there. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { deleteNetworkElement } from "#lib/network-elements/delete-network-element.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { aClientAccount, chatInClient, micollabOf, switchChat, synchronized } from "#tests/builders/micollab.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";

let peers: TestPeers;
let partner: SignedIn;
let id = "";
const [ADA, BO] = ["ada.brandt", "bo.castro"];

beforeAll(async () => {
  partner = await aPartner();
});
beforeEach(async () => {
  peers = await startPeers();
  ({ id } = await anAccount(partner, { name: `Chat ${randomUUID()}` }));
  for (const userName of [ADA, BO]) await aClientAccount(peers, userName);
});
afterEach(() => peers.close());

const conditions = async () => Object.fromEntries((await micollabOf(partner, id)).chat.conditions.map(({ condition, met }) => [condition, met]));
const line = async () => (await entryIn(partner, id, "micollab")).state;

test("MICOL-01 with MiCollab on the account chat is available in the MiCollab of all its users", async () => {
  await connectPeers(partner, id, peers, ["micollab"]);
  await switchChat(peers, true);
  expect(await chatInClient(peers, ADA)).toEqual({ available: false, missing: ["cloudlink_account"] });
  await addTo(partner, id, "micollab");
  await synchronized();
  for (const userName of [ADA, BO]) expect(await chatInClient(peers, userName)).toEqual({ available: true, missing: [] });
  expect((await micollabOf(partner, id)).chat).toMatchObject({ available: true, problem: "" });
  expect(await line()).toEqual({ tone: "good", message: "CloudLink Chat is available in MiCollab for all users of the account" });
  await removeFrom(partner, id, "micollab");
  await synchronized();
  expect(await chatInClient(peers, ADA)).toEqual({ available: false, missing: ["cloudlink_account"] });
  expect(await conditions()).toEqual({ server: true, integration: false, administrator: true });
});

test("MICOL-02 without the administrator's switch there is no chat, whatever the portal has; each thing that is missing is named", async () => {
  expect(await conditions()).toEqual({ server: false, integration: false, administrator: null });
  await addTo(partner, id, "micollab");
  expect(await conditions()).toEqual({ server: false, integration: true, administrator: null });
  expect(await line()).toEqual({ tone: "warn", message: "No MiCollab server is connected, so CloudLink Chat is not available in MiCollab" });
  await connectPeers(partner, id, peers, ["micollab"]);
  await synchronized();
  expect(await chatInClient(peers, ADA)).toEqual({ available: false, missing: ["administrator"] });
  expect((await micollabOf(partner, id)).chat.available).toBe(false);
  expect(await conditions()).toEqual({ server: true, integration: true, administrator: false });
  expect(await line()).toEqual({ tone: "warn", message: "CloudLink Chat is not available in MiCollab: its administrator has not enabled it on micollab-1" });
  await switchChat(peers, true);
  expect((await micollabOf(partner, id)).chat.available, "the server is asked anew each time").toBe(true);
  await switchChat(peers, false);
  expect(await conditions()).toEqual({ server: true, integration: true, administrator: false });
});

test("MICOL-02 a server that is away is told in words, and nothing is said of what it did not tell", async () => {
  await connectPeers(partner, id, peers, ["micollab"]);
  await switchChat(peers, true);
  await addTo(partner, id, "micollab");
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  const { chat } = await micollabOf(partner, id);
  expect(chat).toMatchObject({ available: false, problem: expect.stringMatching(/^MiCollab at 127\.0\.0\.1:\d+ broke the connection off\.$/) });
  expect(await conditions()).toEqual({ server: true, integration: true, administrator: null });
  await expect(synchronized()).rejects.toMatchObject({ name: "PeerError" });
  expect(await line()).toEqual({ tone: "bad", message: "micollab-1 can not be reached. It is tried again by itself." });
});

test("another account on the same server, and a server that was let go of meanwhile, are no trouble", async () => {
  await connectPeers(partner, id, peers, ["micollab"]);
  const sibling = await anAccount(partner, { name: `Sibling ${randomUUID()}` });
  await connectPeers(partner, sibling.id, peers, ["micollab"]);
  await switchChat(peers, true);
  for (const account of [id, sibling.id]) await addTo(partner, account, "micollab");
  await synchronized();
  const { server } = await micollabOf(partner, id);
  await runOperation(deleteNetworkElement, { resolved: await partner.at(id), input: { elementId: server!.id } });
  expect(await peers.ask("micollab", "GET", "/_state")).toMatchObject({ connections: [{ accountId: sibling.id }] });
  await removeFrom(partner, id, "micollab");
  await synchronized();
  expect((await micollabOf(partner, sibling.id)).chat.available).toBe(true);
  await database().prisma.account.update({ where: { id: sibling.id }, data: { status: "deactivated" } });
  await synchronized();
});

test("a user of the account can not ask", async () => {
  const user = await aSignedInUser(partner, id, "user");
  await expect(micollabOf(user, id)).rejects.toMatchObject({ code: "forbidden" });
});

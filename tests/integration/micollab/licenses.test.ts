/** The MiCollab server assigns and withdraws licenses of MiTeam Meetings; the portal takes it over as far as the account owns them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { synchronizeAll } from "#lib/micollab/synchronize.ts";
import { startSynchronization } from "#lib/micollab/start-synchronization.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { UserView } from "#lib/users/schemas.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { aLicensedAccount } from "#tests/builders/licenses.ts";
import { aClientAccount, licencesOn, micollabOf, synchronized } from "#tests/builders/micollab.ts";
import { SKU } from "#tests/builders/orders.ts";
import { aSignedInUser, aUser } from "#tests/builders/people.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { eventsOf } from "#tests/builders/registered.ts";

let peers: TestPeers;
beforeEach(async () => void (peers = await startPeers()));
afterEach(() => peers.close());

/** An account with two licenses, MiTeam Meetings and MiCollab, and three users who are on the server as well. */
async function place(keys: ("micollab" | "miteam_meetings")[] = ["miteam_meetings", "micollab"]) {
  const account = await aLicensedAccount([{ sku: SKU.meetings, quantity: 2 }]);
  const { partner, accountId } = account;
  const users: UserView[] = [];
  for (const firstName of ["Ada", "Bo", "Cy"]) users.push(await aUser(partner, accountId, { firstName, email: `${firstName.toLowerCase()}@ballad.example` }));
  await database().prisma.user.update({ where: { accountId_id: { accountId, id: users[0]!.id } }, data: { loginId: "adab" } });
  await aClientAccount(peers, "adab");
  await aClientAccount(peers, "bo.castro", "BO@ballad.example");
  await aClientAccount(peers, "cy", "cy@ballad.example");
  await connectPeers(partner, accountId, peers, ["micollab"]);
  await addTo(partner, accountId, ...keys);
  await synchronized();
  const holders = async () => [...(await account.held("miteam_meetings")).keys()].map((userId) => users.find(({ id }) => id === userId)!.name).toSorted();
  const stateOf = async (index: number) => (await account.productAt(users[index]!.id, "miteam_meetings")).state;
  return { ...account, users, holders, stateOf, server: licencesOn(peers), again: async () => { await runOperation(startSynchronization, { resolved: await partner.at(accountId), input: {} }); await synchronized(); } };
}

test("MEETMC-10 what the server assigns and withdraws the users of the account have and lose, with events, and their page shows it", async () => {
  const { partner, accountId, holders, stateOf, server, again } = await place();
  expect([await holders(), await stateOf(0)]).toEqual([[], "use_micollab"]);
  await server.assign("adab");
  await server.assign("bo.castro");
  await again();
  expect([await holders(), await stateOf(0), await stateOf(2)]).toEqual([["Ada Brandt", "Bo Brandt"], "read_only", "use_micollab"]);
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ status: "done", assigned: 2, entitled: 2, refused: [], unknown: [], answeredAt: expect.any(String) });
  await server.withdraw("adab");
  await again();
  expect([await holders(), await stateOf(0)]).toEqual([["Bo Brandt"], "use_micollab"]);
  const events = await eventsOf(accountId, "micollab.synchronize");
  const told = events.map(({ assetName, changes, actorName }) => ({ assetName, changes, actorName })).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  const [given, taken] = [[{ property: "license", before: null, after: "MiTeam Meetings" }], [{ property: "license", before: "MiTeam Meetings", after: null }]];
  expect(told).toEqual([
    { assetName: "Ada Brandt", changes: given, actorName: "MiCollab" },
    { assetName: "Ada Brandt", changes: taken, actorName: "MiCollab" },
    { assetName: "Bo Brandt", changes: given, actorName: "MiCollab" },
  ]);
  await again();
  expect(await eventsOf(accountId, "micollab.synchronize"), "what has not changed is not done again").toHaveLength(3);
});

test("MEETMC-10 a server that gives more than the account owns is reported, once, and not obeyed; what is withdrawn makes room", async () => {
  const { partner, accountId, users, holders, server, again } = await place();
  const admin = await aSignedInUser(partner, accountId, "account_admin");
  for (const userName of ["adab", "bo.castro", "cy"]) await server.assign(userName);
  await again();
  await again();
  expect(await holders()).toEqual(["Ada Brandt", "Bo Brandt"]);
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ assigned: 2, entitled: 2, refused: [{ userId: users[2]!.id, name: "Cy Brandt" }] });
  expect((await entryIn(partner, accountId, "micollab")).state).toMatchObject({ tone: "warn" });
  const told = await database().prisma.notification.findMany({ where: { accountId, userId: admin.user.id } });
  expect(told).toMatchObject([{ status: "failed", body: "micollab-1 assigns 1 MiTeam Meetings license that the account does not own. They were not given.", link: `/accounts/${accountId}/integrations/micollab` }]);
  expect((await eventsOf(accountId, "micollab.synchronize")).filter(({ assetKind }) => assetKind === "integration")).toMatchObject([{ details: { server: "micollab-1", users: ["Cy Brandt"] } }]);
  await server.withdraw("adab");
  await again();
  expect(await holders()).toEqual(["Bo Brandt", "Cy Brandt"]);
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ assigned: 2, refused: [] });
});

test("MEETMC-10 MEETMC-02 a license from before stays until the server withdraws one that it has assigned; with MiTeam Meetings off nothing changes", async () => {
  const { partner, accountId, users, set, holders, server, again } = await place(["miteam_meetings"]);
  await set(users[0]!.id, "miteam_meetings", "meetings");
  await addTo(partner, accountId, "micollab");
  await synchronized();
  expect(await holders(), "the server has never assigned it").toEqual(["Ada Brandt"]);
  await server.assign("adab");
  await again();
  await removeFrom(partner, accountId, "miteam_meetings");
  await server.withdraw("adab");
  await server.assign("cy");
  await again();
  expect(await holders()).toEqual(["Ada Brandt"]);
  expect((await micollabOf(partner, accountId)).meetings).toBeNull();
  await addTo(partner, accountId, "miteam_meetings");
  await synchronized();
  expect(await holders()).toEqual(["Cy Brandt"]);
});

test("MEETMC-10 a failure is explained, changes nothing, and is tried again; users that the account does not know are named", async () => {
  const { partner, accountId, holders, server } = await place();
  // The servers of the other tests are gone.
  await database().prisma.networkElement.deleteMany({ where: { accountId: { not: accountId } } });
  await server.assign("adab");
  await aClientAccount(peers, "stranger", "stranger@else.example");
  await server.assign("stranger");
  await peers.ask("micollab", "PUT", "/_faults", { failNext: [{ path: "/api/v1/meetings-licences" }] });
  await synchronizeAll();
  await expect(workOff(["micollab.synchronize"])).rejects.toMatchObject({ name: "PeerError" });
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ status: "failed", message: expect.stringMatching(/^micollab-1 can not do this now: .* It is tried again by itself\.$/) });
  expect(await holders()).toEqual([]);
  await synchronizeAll();
  await synchronized();
  expect(await holders()).toEqual(["Ada Brandt"]);
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ status: "done", message: "", assigned: 1, unknown: ["stranger"] });
});

test("without a server, or without the integration, nobody can ask for a synchronization", async () => {
  const { partner, accountId } = await aLicensedAccount([{ sku: SKU.meetings, quantity: 2 }]);
  const start = async () => runOperation(startSynchronization, { resolved: await partner.at(accountId), input: {} });
  await expect(start()).rejects.toMatchObject({ code: "not_found" });
  await addTo(partner, accountId, "micollab", "miteam_meetings");
  await expect(start()).rejects.toMatchObject({ code: "conflict", message: "No MiCollab is connected to this account." });
  expect((await micollabOf(partner, accountId)).meetings).toMatchObject({ status: "failed", message: "No MiCollab is connected to this account." });
});

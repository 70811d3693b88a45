/** Giving licenses to users and taking them, one by one and to many, within what was bought. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { setLicense, removeLicense } from "#lib/licenses/set-license.ts";
import { changeLicenses } from "#lib/licenses/change-licenses.ts";
import { countLicenses } from "#lib/licenses/count-licenses.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { aLicensedAccount, ALL, some, withIntegrations } from "#tests/builders/licenses.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { aBillingSystem, anAssignedOrder, anOrder, SKU } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

const { prisma } = database();

async function withMeetings(quantity: number, users: number) {
  const place = await aLicensedAccount([{ sku: SKU.meetings, quantity }], users);
  await withIntegrations(place.accountId, "miteam_meetings");
  return place;
}

test("fifty admins who give ten licenses at once give ten; forty are told that there is none left", async () => {
  const { set, userIds, held, events } = await withMeetings(10, 50);
  const outcomes = await Promise.allSettled(userIds.map((userId) => set(userId, "miteam_meetings", "meetings")));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict", message: "There is no license of MiTeam Meetings left.", fields: [{ path: "plan" }] });
  expect((await held("miteam_meetings")).size).toBe(10);
  expect(await events("licenses.set")).toHaveLength(10);
});

test("bulk, single and deleting at once: never more than were bought, and every license is counted", async () => {
  const { set, change, partner, accountId, userIds, held } = await withMeetings(30, 60);
  const remove = async (ids: string[]) => runOperation(deleteUsers, { resolved: await partner.at(accountId), input: { selection: some(ids) } });
  await change(some(userIds.slice(0, 20)), "miteam_meetings", "meetings");
  await Promise.allSettled([
    ...userIds.slice(20, 40).map((userId) => set(userId, "miteam_meetings", "meetings")),
    change(some(userIds.slice(40, 50)), "miteam_meetings", "meetings"),
    change(some(userIds.slice(45, 60)), "miteam_meetings", "meetings"),
    change(some(userIds.slice(0, 5)), "miteam_meetings", "unassign"),
    remove(userIds.slice(5, 10)),
    remove(userIds.slice(8, 15)),
  ]);
  const holders = await held("miteam_meetings");
  expect(holders.size).toBeLessThanOrEqual(30);
  expect(userIds.slice(0, 15).filter((id) => holders.has(id))).toEqual([]);
});

test("USER-27 MEET-06 MEETMC-07 a license is given to a user who has not registered, takes one of the account, and is given back", async () => {
  const { partner, accountId, set, productAt, events } = await withMeetings(1, 0);
  const user = await aUser(partner, accountId);
  expect(await productAt(user.id, "miteam_meetings")).toMatchObject({ state: "operable", license: null, plans: [{ free: 1 }] });
  await set(user.id, "miteam_meetings", "meetings");
  expect(await productAt(user.id, "miteam_meetings")).toMatchObject({ state: "operable", license: { plan: "meetings" }, plans: [{ free: 0 }] });
  await runOperation(removeLicense, { resolved: await partner.at(accountId), input: { userId: user.id, product: "miteam_meetings" } });
  expect(await productAt(user.id, "miteam_meetings")).toMatchObject({ license: null, plans: [{ free: 1 }] });
  expect(await events("licenses.set")).toMatchObject([{ action: "Assign", assetKind: "user", assetId: user.id, changes: [{ property: "license", before: null, after: "MiTeam Meetings" }] }]);
  expect(await events("licenses.remove")).toMatchObject([{ changes: [{ property: "license", before: "MiTeam Meetings", after: null }] }]);
});

test("MEET-05 MEETMC-01 without the integration, or while MiCollab is on, no license of MiTeam Meetings is given or taken", async () => {
  const { accountId, set, change, userIds, held } = await aLicensedAccount([{ sku: SKU.meetings, quantity: 5 }], 1);
  await expect(set(userIds[0]!, "miteam_meetings", "meetings")).rejects.toMatchObject({ code: "conflict", message: "MiTeam Meetings is not enabled for this account." });
  await withIntegrations(accountId, "miteam_meetings");
  await set(userIds[0]!, "miteam_meetings", "meetings");
  await withIntegrations(accountId, "micollab");
  await expect(change(ALL, "miteam_meetings", "unassign")).rejects.toMatchObject({ code: "conflict", message: "Use MiCollab to assign a license to the user." });
  expect((await held("miteam_meetings")).size).toBe(1);
});

test("USER-69 USER-70 USER-75 ONELIC-16 the figures of a selection: who has none, who has one, and what is free", async () => {
  const { change, count, userIds, held } = await withMeetings(9, 5);
  await change(some(userIds.slice(0, 2)), "miteam_meetings", "meetings");
  expect(await count(some(userIds.slice(1, 4)))).toMatchObject({ users: 3, meetings: { free: 7, without: 2, held: 1 }, mitelOne: null });
  expect(await change(some(userIds.slice(1, 4)), "miteam_meetings", "meetings")).toMatchObject({ done: 2, skipped: [] });
  expect([...(await held("miteam_meetings")).keys()].toSorted()).toEqual(userIds.slice(0, 4).toSorted());
  expect(await change(some([userIds[3]!, userIds[4]!]), "miteam_meetings", "unassign")).toMatchObject({ done: 1 });
});

test("USER-71 USER-72 USER-73 the section is there with the integration and a subscription, without MiCollab, and never in a partner account", async () => {
  const { partner, accountId, billing, count, userIds } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 5 }], 2);
  const meetings = async () => (await count(some(userIds))).meetings;
  expect(await meetings()).toBeNull();
  await withIntegrations(accountId, "miteam_meetings");
  expect(await meetings()).toBeNull();
  await anAssignedOrder(partner, billing, accountId, { lines: [{ sku: SKU.meetings, quantity: 3 }] });
  expect(await meetings()).toEqual({ free: 3, without: 2, held: 0 });
  await withIntegrations(accountId, "micollab");
  expect(await meetings()).toBeNull();
  expect(await runOperation(countLicenses, { resolved: await partner.at(partner.accountId), input: { selection: ALL } })).toMatchObject({ meetings: null, mitelOne: null });
  await expect(runOperation(changeLicenses, { resolved: await partner.at(partner.accountId), input: { selection: ALL, product: "miteam_meetings", licenses: "meetings" } })).rejects.toMatchObject({ code: "forbidden" });
});

test("USER-74 USER-76 all users of the account get one or nobody does; the sentence says how many more are needed", async () => {
  const { change, userIds, held, events } = await withMeetings(4, 6);
  await change(some(userIds.slice(0, 1)), "miteam_meetings", "meetings");
  const message = "2 more license(s) are needed to apply to the selected users. Please purchase more or unassign existing licenses and try again";
  await expect(change(ALL, "miteam_meetings", "meetings")).rejects.toMatchObject({ code: "conflict", message });
  expect((await held("miteam_meetings")).size).toBe(1);
  expect(await events("licenses.change")).toHaveLength(1);
  await change(some(userIds.slice(1, 4)), "miteam_meetings", "meetings");
  expect(await change(ALL, "miteam_meetings", "unassign")).toMatchObject({ done: 4 });
  expect((await held("miteam_meetings")).size).toBe(0);
});

test("more than a thousand are dealt with by a job, all or none, with a notification at its end", async () => {
  const { partner, accountId, change, held } = await withMeetings(1_300, 0);
  const ids = await manyUsers(accountId, Array.from({ length: 1_200 }, () => ({})));
  const { bulkJobId } = await change(ALL, "miteam_meetings", "meetings");
  await Promise.all([workOffUsers({ accountId, bulkJobId: bulkJobId! }), workOffUsers({ accountId, bulkJobId: bulkJobId! })]);
  expect((await held("miteam_meetings")).size).toBe(1_200);
  expect(await prisma.bulkJob.findFirstOrThrow({ where: { accountId, id: bulkJobId! } })).toMatchObject({ status: "completed", done: 1_200, total: 1_200 });
  expect(await prisma.event.count({ where: { accountId, operation: "licenses.change", correlationId: bulkJobId! } })).toBe(1_200);
  expect(await prisma.notification.findMany({ where: { accountId: partner.accountId, title: "Licenses of users" } })).toMatchObject([{ body: "1200 changed." }]);

  await change(ALL, "miteam_meetings", "unassign").then(({ bulkJobId: job }) => workOffUsers({ accountId, bulkJobId: job! }));
  const late = await change(ALL, "miteam_meetings", "meetings");
  // Somebody else takes licenses before the job gets to work: then it gives none at all.
  const others = await manyUsers(accountId, Array.from({ length: 101 }, () => ({})));
  await change(some(others), "miteam_meetings", "meetings");
  await workOffUsers({ accountId, bulkJobId: late.bulkJobId! });
  const holders = await held("miteam_meetings");
  expect([holders.size, ids.some((id) => holders.has(id))]).toEqual([101, false]);
  expect(await prisma.bulkJob.findFirstOrThrow({ where: { accountId, id: late.bulkJobId! } })).toMatchObject({ status: "completed", done: 0, skipped: [{ count: 1_200, reason: expect.stringContaining("1 more license(s) are needed") }] });
}, 60_000);

test("ONELIC-04 ONELIC-08 ONELIC-12 Mitel One is had without a tier first; a tier takes one license of it, and another tier gives that back", async () => {
  const { set, productAt, userIds, partner, accountId } = await aLicensedAccount([{ sku: SKU.premier, quantity: 1 }, { sku: SKU.elite, quantity: 1 }], 2);
  const [first, second] = userIds as [string, string];
  const free = async () => Object.fromEntries((await productAt(first, "mitel_one")).plans.map(({ key, free: left }) => [key, left]));
  await set(first, "mitel_one", null);
  expect(await productAt(first, "mitel_one")).toMatchObject({ license: { plan: null, features: {} } });
  expect(await free()).toEqual({ essential: 0, premier: 1, elite: 1 });
  await set(first, "mitel_one", "premier");
  expect(await free()).toEqual({ essential: 0, premier: 0, elite: 1 });
  await expect(set(second, "mitel_one", "premier")).rejects.toMatchObject({ code: "conflict", message: "There is no license of Mitel One (Premier) left." });
  await expect(set(second, "mitel_one", "essential")).rejects.toMatchObject({ code: "conflict" });
  await set(first, "mitel_one", "elite");
  expect(await free()).toEqual({ essential: 0, premier: 1, elite: 0 });
  await set(second, "mitel_one", "premier");
  await runOperation(removeLicense, { resolved: await partner.at(accountId), input: { userId: first, product: "mitel_one" } });
  expect(await productAt(first, "mitel_one")).toMatchObject({ license: null });
});

test("ONELIC-10 ONELIC-20 features are switched for those whose tier supports them, and for nobody else", async () => {
  const { set, change, productAt, userIds, events } = await aLicensedAccount([{ sku: SKU.essential, quantity: 5 }, { sku: SKU.premier, quantity: 5 }], 3);
  const [essential, premier, none] = userIds as [string, string, string];
  await set(essential, "mitel_one", "essential");
  await set(premier, "mitel_one", "premier", { telephony: false });
  const features = async (userId: string) => (await productAt(userId, "mitel_one")).license?.features;
  expect(await features(essential)).toEqual({ chat: true, telephony: true });
  expect(await features(premier)).toEqual({ chat: true, meetings: true, telephony: false });
  expect(await change(ALL, "mitel_one", "leave", { meetings: false, telephony: true })).toMatchObject({ done: 1 });
  expect(await features(essential)).toEqual({ chat: true, telephony: true });
  expect(await features(premier)).toEqual({ chat: true, meetings: false, telephony: true });
  expect(await productAt(none, "mitel_one")).toMatchObject({ license: null });
  expect(await events("licenses.change")).toMatchObject([{ assetId: premier, changes: [{ property: "Mitel One meetings", before: true, after: false }, { property: "Mitel One telephony", before: false, after: true }] }]);
});

test("ONELIC-17 ONELIC-18 OP2-44 a tier is enough when its free licenses and those that the users hold of it cover them", async () => {
  const { change, count, userIds, held } = await aLicensedAccount([{ sku: SKU.premier, quantity: 3 }, { sku: SKU.elite, quantity: 2 }], 4);
  await change(some(userIds.slice(0, 2)), "mitel_one", "premier");
  const enough = async (ids: string[]) => Object.fromEntries((await count(some(ids))).mitelOne!.plans.map(({ key, enough: is }) => [key, is]));
  expect((await count(some(userIds.slice(0, 3)))).mitelOne!.plans).toMatchObject([{ key: "elite", free: 2, held: 0 }, { key: "premier", free: 1, held: 2 }, { key: "essential", free: 0, held: 0 }]);
  expect(await enough(userIds.slice(0, 3))).toEqual({ elite: false, premier: true, essential: false });
  expect(await enough(userIds.slice(0, 2))).toEqual({ elite: true, premier: true, essential: false });
  expect(await enough(userIds.slice(0, 4))).toMatchObject({ premier: false });
  expect(await change(some(userIds.slice(0, 3)), "mitel_one", "premier")).toMatchObject({ done: 1 });
  await change(ALL, "mitel_one", "unassign");
  expect((await held("mitel_one")).size).toBe(0);
});

test("deleting users frees their licenses, also of those who stay in the list", async () => {
  const { partner, accountId, set, change, userIds, held } = await withMeetings(3, 4);
  await change(some(userIds.slice(0, 3)), "miteam_meetings", "meetings");
  await prisma.user.updateMany({ where: { accountId, id: userIds[1]! }, data: { origin: "pbx" } });
  await runOperation(deleteUsers, { resolved: await partner.at(accountId), input: { selection: some(userIds.slice(0, 2)) } });
  expect([...(await held("miteam_meetings")).keys()]).toEqual([userIds[2]]);
  await set(userIds[3]!, "miteam_meetings", "meetings");
});

test("USER-08 USER-34 the list shows the licenses, and filters by a product that users of the account are licensed for", async () => {
  const { partner, accountId, set, userIds } = await aLicensedAccount([{ sku: SKU.meetings, quantity: 2 }, { sku: SKU.premier, quantity: 2 }, { sku: SKU.cx, quantity: 1 }], 3);
  await withIntegrations(accountId, "miteam_meetings");
  await set(userIds[0]!, "mitel_one", "premier");
  await set(userIds[0]!, "miteam_meetings", "meetings");
  await set(userIds[1]!, "mitel_one", "premier");
  await set(userIds[2]!, "mitel_one", null);
  const find = async (input: object) => runOperation(findUsers, { resolved: await partner.at(accountId), input });
  const page = await find({});
  expect(page.items.map(({ licenses }) => licenses)).toEqual([["Mitel One (Premier)", "MiTeam Meetings"], ["Mitel One (Premier)"], []]);
  expect(page.figures.products).toEqual(["mitel_one", "miteam_meetings"]);
  expect((await find({ product: "miteam_meetings" })).items.map(({ id }) => id)).toEqual([userIds[0]]);
  expect(await find({ product: "mitel_one", search: "001" })).toMatchObject({ items: [{ id: userIds[1] }], total: 1 });
  expect(await find({ product: "mitel_one_cx" })).toMatchObject({ items: [], total: 0 });
});

test("who may not edit users gives no licenses, and a foreign account is not there", async () => {
  const { partner, accountId, userIds, held } = await withMeetings(5, 2);
  const asked = { userId: userIds[0]!, product: "miteam_meetings", plan: "meetings" };
  const bulk = { selection: some(userIds), product: "miteam_meetings", licenses: "meetings" };
  const user = await aSignedInUser(partner, accountId, "user");
  await expect(runOperation(setLicense, { resolved: await user.at(accountId), input: asked })).rejects.toMatchObject({ code: "forbidden" });
  await expect(runOperation(changeLicenses, { resolved: await user.at(accountId), input: bulk })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aPartner();
  const own = await anAccount(stranger);
  await expect(runOperation(setLicense, { resolved: await stranger.at(accountId), input: asked })).rejects.toMatchObject({ code: "not_found" });
  await expect(runOperation(setLicense, { resolved: await stranger.at(own.id), input: asked })).rejects.toMatchObject({ code: "conflict" });
  await withIntegrations(own.id, "miteam_meetings");
  await expect(runOperation(setLicense, { resolved: await stranger.at(own.id), input: asked })).rejects.toMatchObject({ code: "not_found" });
  const admin = await aSignedInUser(partner, accountId);
  for (const input of [{ ...asked, product: "workflow_studio" }, { ...asked, plan: "elite" }, { ...asked, plan: null }, { ...asked, product: "nothing" }]) {
    await expect(runOperation(setLicense, { resolved: await admin.at(accountId), input })).rejects.toMatchObject({ code: "invalid" });
  }
  await expect(runOperation(changeLicenses, { resolved: await admin.at(accountId), input: { ...bulk, licenses: "gold" } })).rejects.toMatchObject({ code: "invalid" });
  expect((await held("miteam_meetings")).size).toBe(0);
});

test("ONELIC-01 ONELIC-02 ONELIC-03 the Mitel One of a UCC bundle is assigned to an account by the partner, and given to users by the account's admin", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const { id: accountId } = await anAccount(partner);
  const admin = await aSignedInUser(partner, accountId);
  const user = await aSignedInUser(partner, accountId, "user");
  const { id: orderId } = await anOrder(partner, billing, { lines: [{ sku: "54013112", quantity: 1 }] });
  const give = async (person: typeof admin) => runOperation(setLicense, { resolved: await person.at(accountId), input: { userId: user.user.id, product: "mitel_one", plan: "premier" } });
  await expect(give(admin)).rejects.toMatchObject({ code: "conflict", message: "There is no license of Mitel One (Premier) left." });
  await expect(runOperation(assignOrder, { resolved: await admin.at(null), input: { orderId, companyId: accountId } })).rejects.toMatchObject({ code: "forbidden" });
  await runOperation(assignOrder, { resolved: await partner.at(null), input: { orderId, companyId: accountId } });
  await expect(give(user)).rejects.toMatchObject({ code: "forbidden" });
  await give(admin);
  expect(await prisma.license.findMany({ where: { accountId } })).toMatchObject([{ userId: user.user.id, product: "mitel_one", plan: "premier" }]);
});

import { beforeAll, describe, expect, test } from "vitest";
import { assignManagedAccounts, unassignManagedAccounts } from "#lib/account-managers/change-managed-accounts.ts";
import { convertToManagers, upgradeToAdministrators } from "#lib/account-managers/change-kind.ts";
import { findManagedAccounts } from "#lib/account-managers/find-managed-accounts.ts";
import { findPartnerPeople } from "#lib/account-managers/find-people.ts";
import { addAccount } from "#lib/accounts/add-account.ts";
import { exportAccounts } from "#lib/accounts/export-accounts.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";
import { findSeenAccounts } from "#lib/accounts/find-seen-accounts.ts";
import { getPartnerDashboard } from "#lib/dashboard/get-partner-dashboard.ts";
import { database } from "#lib/db/client.ts";
import { findNotifications } from "#lib/notifications/notifications.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { Person } from "#lib/operations/actor.ts";
import { findAnything } from "#lib/search/find-anything.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { aColleague, aRole } from "#tests/builders/roles.ts";

type Colleague = Awaited<ReturnType<typeof aColleague>>;

let partner: Awaited<ReturnType<typeof aPartner>>;
let ballad: string;
let harbor: string;
let ferry: string;

beforeAll(async () => {
  partner = await aPartner();
  [ballad, harbor, ferry] = [(await anAccount(partner, { name: "Ballad Industries" })).id, (await anAccount(partner, { name: "Harbor Clinic" })).id, (await anAccount(partner, { name: "Ferry Lines" })).id];
  await manyUsers(harbor, [{ name: "Quirin Vogel", email: "quirin@harbor.example", extension: "7301" }]);
});

const some = (...ids: string[]) => ({ mode: "some" as const, ids });
const convert = async (...people: Colleague[]) => runOperation(convertToManagers, { resolved: await partner.at(null), input: { userIds: people.map(({ userId }) => userId) } });
const assign = async (people: Colleague[], ...ids: string[]) => runOperation(assignManagedAccounts, { resolved: await partner.at(null), input: { managerIds: people.map(({ userId }) => userId), accounts: some(...ids) } });
const unassign = async (people: Colleague[], ...ids: string[]) => runOperation(unassignManagedAccounts, { resolved: await partner.at(null), input: { managerIds: people.map(({ userId }) => userId), accounts: some(...ids) } });
const names = async (person: Colleague) => (await runOperation(findAccounts, { resolved: await person.at(null), input: {} })).items.map(({ name }) => name);

const administrators = async (accountId: string) => (await database().prisma.user.findMany({ where: { accountId, role: "partner", accountManager: false } })).map(({ id }) => id);

async function aManager(...accountIds: string[]): Promise<Colleague> {
  const manager = await aColleague(partner);
  await convert(manager);
  if (accountIds.length > 0) await assign([manager], ...accountIds);
  return manager;
}

async function tab(people: Colleague[], share: "all" | "some" | "none") {
  return runOperation(findManagedAccounts, { resolved: await partner.at(null), input: { managers: people.map(({ userId }) => userId).join(","), share } });
}

describe("who is what", () => {
  test("AMGR-10 two administrators who convert each other at once: one of them stays an administrator", async () => {
    const first = await aPartner();
    const pair = [await aColleague(first), await aColleague(first)] as const;
    await runOperation(convertToManagers, { resolved: await pair[0].at(null), input: { userIds: (await administrators(first.accountId)).filter((id) => !pair.some(({ userId }) => userId === id)) } });
    const at = [await pair[0].at(null), await pair[1].at(null)] as const;
    const results = await Promise.allSettled([runOperation(convertToManagers, { resolved: at[0], input: { userIds: [pair[1].userId] } }), runOperation(convertToManagers, { resolved: at[1], input: { userIds: [pair[0].userId] } })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await administrators(first.accountId)).toHaveLength(1);
  });

  test("OP1-74 the last unrestricted administrator stays one, though others with custom roles see every account too", async () => {
    const first = await aPartner();
    const narrow = await aRole(first, "partner", ["users.view"], [first.accountId]);
    const second = await aColleague(first);
    const { userId: firstId } = (await first.at(null)).actor as Person;
    // Both were looked at before either did anything.
    const [atOnce, meanwhile] = [await first.at(null), await second.at(first.accountId)];
    await runOperation(updateUser, { resolved: meanwhile, input: { userId: firstId, version: 1, role: narrow.id } });
    await expect(runOperation(convertToManagers, { resolved: atOnce, input: { userIds: [second.userId] } })).rejects.toMatchObject({ code: "conflict", message: "Somebody has changed what you may do meanwhile, and the last administrator stays one." });
    expect(await administrators(first.accountId)).toContain(second.userId);
  });

  test("AMGR-16 AMGR-28 the bell says how many accounts it were, also of one", async () => {
    const manager = await aColleague(partner);
    await convert(manager);
    await assign([manager], ballad);
    await assign([manager], harbor, ferry);
    const { items } = await runOperation(findNotifications, { resolved: await partner.at(null), input: {} });
    expect(items.filter(({ title }) => title === "Accounts assigned").slice(0, 2).map(({ body }) => body)).toEqual(["2 accounts, Jonas Weber", "Ballad Industries, Jonas Weber"]);
  });

  test("AMGR-04 AMGR-13 a converted person changes the tab, and both counts change", async () => {
    const look = async (kind: "managers" | "administrators") => runOperation(findPartnerPeople, { resolved: await partner.at(null), input: { kind } });
    const colleague = await aColleague(partner);
    const before = (await look("managers")).figures;
    expect((await look("administrators")).items.map(({ id }) => id)).toContain(colleague.userId);
    await convert(colleague);
    const managers = await look("managers");
    expect(managers.items.find(({ id }) => id === colleague.userId)).toMatchObject({ managedAccounts: 0, modifiedBy: "Mara Lindqvist", isSelf: false });
    expect((await look("administrators")).items.map(({ id }) => id)).not.toContain(colleague.userId);
    expect(managers.figures).toEqual({ managers: before.managers + 1, administrators: before.administrators - 1 });
  });

  test("AMGR-05 the one changed last comes first", async () => {
    const [first, second] = [await aManager(), await aManager()];
    const { items } = await runOperation(findPartnerPeople, { resolved: await partner.at(null), input: {} });
    expect(items.map(({ id }) => id).slice(0, 2)).toEqual([second.userId, first.userId]);
  });

  test("AMGR-10 nobody manages the own entry, and nothing is changed with it", async () => {
    const colleague = await aColleague(partner);
    const { actor } = await partner.at(null);
    const own = actor.kind === "person" ? actor.userId : "";
    for (const operation of [convertToManagers, upgradeToAdministrators]) {
      await expect(runOperation(operation, { resolved: await partner.at(null), input: { userIds: [colleague.userId, own] } })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await names(colleague)).toContain("Ballad Industries");
  });

  test("AMGR-02 an account manager, and a partner of somebody else, manage no account managers", async () => {
    const manager = await aManager();
    await expect(runOperation(findPartnerPeople, { resolved: await manager.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
    await expect(runOperation(upgradeToAdministrators, { resolved: await manager.at(null), input: { userIds: [manager.userId] } })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await aPartner();
    await expect(runOperation(upgradeToAdministrators, { resolved: await stranger.at(null), input: { userIds: [manager.userId] } })).rejects.toMatchObject({ code: "not_found" });
  });

  test("AMGR-29 who is upgraded sees every account again, and a later conversion starts with none", async () => {
    const manager = await aManager(ballad);
    await runOperation(upgradeToAdministrators, { resolved: await partner.at(null), input: { userIds: [manager.userId] } });
    expect(await names(manager)).toEqual(expect.arrayContaining(["Ballad Industries", "Ferry Lines", "Harbor Clinic"]));
    await convert(manager);
    expect(await names(manager)).toEqual([]);
  });
});

describe("whose accounts are whose", () => {
  test("AMGR-09 AMGR-15 AMGR-16 one account goes to several managers, and one manager has several", async () => {
    const [one, two] = [await aManager(), await aManager()];
    expect(await assign([one], ballad, harbor)).toMatchObject({ accounts: 2, people: [{ changed: 2 }] });
    await assign([two], ballad);
    expect((await tab([one], "all")).items.map(({ id }) => id)).toEqual([ballad, harbor]);
    expect((await tab([one], "none")).items.map(({ id }) => id)).toContain(ferry);
    expect((await tab([two], "all")).items.map(({ id }) => id)).toEqual([ballad]);
  });

  test("AMGR-18 AMGR-21 AMGR-22 AMGR-23 the tabs of several managers hold what all, some and none have", async () => {
    const people = [await aManager(ballad, harbor), await aManager(ballad)];
    expect((await tab(people, "all")).items.map(({ id }) => id)).toEqual([ballad]);
    const inSome = await tab(people, "some");
    expect(inSome.items.map(({ id }) => id)).toEqual([harbor]);
    expect(inSome.figures).toMatchObject({ all: 1, some: 1 });
    expect((await tab(people, "none")).items.map(({ id }) => id)).toContain(ferry);
  });

  test("AMGR-06 AMGR-20 AMGR-24 assigning what some have gives it to those lacking it, and the counts follow", async () => {
    const people = [await aManager(harbor), await aManager()];
    const change = await assign(people, harbor);
    expect(change.people.map(({ changed }) => changed).toSorted()).toEqual([0, 1]);
    const all = await tab(people, "all");
    expect(all.items.map(({ id }) => id)).toEqual([harbor]);
    expect(all.items[0]!.managers.length).toBeGreaterThanOrEqual(2);
    const { items } = await runOperation(findPartnerPeople, { resolved: await partner.at(null), input: { size: 200 } });
    for (const { userId } of people) expect(items.find(({ id }) => id === userId)).toMatchObject({ managedAccounts: 1 });
  });

  test("AMGR-25 AMGR-26 unassigning takes the accounts from all selected managers who had them", async () => {
    const people = [await aManager(ballad, harbor), await aManager(ballad)];
    await unassign(people, ballad, harbor);
    expect((await tab(people, "all")).items).toEqual([]);
    expect((await tab(people, "some")).items).toEqual([]);
    for (const person of people) expect(await names(person)).toEqual([]);
  });

  test("an account of another partner can not be assigned, and nothing else is then", async () => {
    const foreign = (await anAccount(await aPartner(), { name: "Elsewhere" })).id;
    const manager = await aManager();
    await expect(assign([manager], ballad, foreign)).rejects.toMatchObject({ code: "not_found" });
    expect(await names(manager)).toEqual([]);
  });
});

describe("AMGR-08 what is not assigned does not exist for an account manager", () => {
  test("LOGIN-12 in the list, in its file, in the figures, in the search and by its address", async () => {
    const manager = await aManager(ballad);
    expect(await names(manager)).toEqual(["Ballad Industries"]);
    expect((await runOperation(findAccounts, { resolved: await manager.at(null), input: {} })).total).toBe(1);
    const file = await runOperation(exportAccounts, { resolved: await manager.at(null), input: { format: "csv" } });
    let text = "";
    for await (const chunk of file.body as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString("utf8");
    expect(text).toContain("Ballad Industries");
    expect(text).not.toMatch(/Harbor|Ferry/);
    expect(await runOperation(getPartnerDashboard, { resolved: await manager.at(null), input: {} })).toMatchObject({ accounts: 1, users: 0 });
    const found = await runOperation(findAnything, { resolved: await manager.at(null), input: { text: "quirin" } });
    expect(found).toMatchObject({ accounts: { items: [] }, users: { items: [] } });
    expect((await manager.at(harbor)).account).toBeNull();
    expect((await manager.at(ballad)).account).toMatchObject({ id: ballad });
    expect(await runOperation(findSeenAccounts, { resolved: await manager.at(null), input: { ids: [ballad, harbor] } })).toEqual({ ids: [ballad] });
  });

  test("in the bell: what was told of an account is gone with the account", async () => {
    const manager = await aManager(ballad, harbor);
    const { prisma } = database();
    for (const id of [ballad, harbor]) {
      await prisma.notification.create({ data: { accountId: manager.accountId, id: crypto.randomUUID(), userId: manager.userId, status: "completed", title: "Import done", link: `/accounts/${id}/users` } });
    }
    const told = async () => runOperation(findNotifications, { resolved: await manager.at(null), input: {} });
    expect((await told()).total).toBe(2);
    await unassign([manager], harbor);
    const now = await told();
    expect(now.total).toBe(1);
    expect(now.items.map(({ link }) => link)).toEqual([`/accounts/${ballad}/users`]);
  });

  test("OP1-75 an account that an account manager adds is assigned to them", async () => {
    const manager = await aManager();
    const input = { name: "Fjord Bakery", country: "NO", address: "Bryggen 1", city: "Bergen", postalCode: "5003", supportContacts: [{ email: "help@partner.example" }] };
    await runOperation(addAccount, { resolved: await manager.at(null), input });
    expect(await names(manager)).toEqual(["Fjord Bakery"]);
  });
});

/** The history narrowed: by each filter, by all together, by text; and what an event tells of its actor. */
import { beforeAll, describe, expect, test } from "vitest";
import { exportEvents, exportSelectedEvents } from "#lib/events/export-events.ts";
import { findEvents } from "#lib/events/find-events.ts";
import { getEvent } from "#lib/events/get-event.ts";
import type { EventView } from "#lib/events/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { anEvent, textOf } from "#tests/builders/events.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { aBillingSystem, anAssignedOrder, anOrder } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byKey, send } from "#tests/builders/rest.ts";

let partner: SignedIn & { accountId: string };
let accountId: string;
beforeAll(async () => {
  partner = await aPartner({ name: "Mara Lindqvist" });
  accountId = (await anAccount(partner)).id;
  await anIntegration(accountId);
  await anIntegration(accountId, "zoom");
});

const find = async (input: object, person: SignedIn = partner, at = accountId) => runOperation(findEvents, { resolved: await person.at(at), input });
const names = async (input: object) => (await find({ size: 200, ...input })).items.map(({ assetName }) => assetName).toSorted();

describe("filters", () => {
  const ACTOR = "01990000-0000-7000-8000-00000000000a";
  beforeAll(async () => {
    for (const [assetName, day, fields] of [
      ["phone created", "01", { assetKind: "phone", action: "Add" }],
      ["phone edited", "02", { assetKind: "phone", action: "Edit", actorId: ACTOR, changes: [{ property: "macAddress", before: "a", after: "b" }] }],
      ["number edited", "03", { assetKind: "did", action: "Edit", actorId: ACTOR }],
      ["license removed", "04", { assetKind: "user_license", action: "License Removal", operation: "zoom.remove", logTags: "zoom service-delivery" }],
      ["tenant edited", "05", { assetKind: "tenant", action: "Edit" }],
    ] as const) await anEvent(accountId, `2026-03-${day}T10:00:00.500Z`, { assetName, ...fields });
  });

  test.each([
    [{ assetKind: "phone" }, ["phone created", "phone edited"]],
    [{ action: "Edit", from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z" }, ["number edited", "phone edited", "tenant edited"]],
    [{ type: "MiVB" }, ["number edited", "phone created", "phone edited"]],
    [{ type: "Service Delivery" }, ["license removed", "tenant edited"]],
    [{ actorId: ACTOR }, ["number edited", "phone edited"]],
    [{ actorId: ACTOR.toUpperCase() }, ["number edited", "phone edited"]],
    [{ actorId: "nobody" }, []],
    [{ to: "2026-03-02T10:00:00Z" }, ["phone created", "phone edited"]],
    [{ to: "2026-03-02T09:59:59Z" }, ["phone created"]],
    [{ from: "2026-03-04T10:00:00Z", to: "2026-03-05T00:00:00Z" }, ["license removed"]],
  ])("EVENT-30 %j", async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test("EVENT-30 several filters apply together: only what meets all of them is listed", async () => {
    expect(await names({ type: "MiVB", action: "Edit", actorId: ACTOR, to: "2026-03-02T23:59:59Z" })).toEqual(["phone edited"]);
    expect(await names({ type: "Service Delivery", assetKind: "phone" })).toEqual([]);
  });

  test("EVENT-49 on an account with both integrations what only Zoom has lists Zoom events only", async () => {
    for (const filter of [{ type: "Service Delivery" }, { assetKind: "user_license" }, { assetKind: "tenant" }, { action: "License Removal" }]) {
      const { items } = await find(filter);
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map(({ type }) => type))).toEqual(new Set(["Service Delivery"]));
    }
    for (const action of ["License Assignment", "License Configuration Update"]) expect((await find({ action })).items).toEqual([]);
  });

  test("EVENT-16 EVENT-46 what the system does has a System ID, by which it is found", async () => {
    const { id } = await aSystemEvent();
    const { items } = await find({ actorId: "system" });
    expect(items).toMatchObject([{ id, actorId: "system", actorName: "Support reminders", actorRole: "system" }]);
  });

  test("EVENT-23 the log tags lead to an event, as do its actor, its asset and its operation", async () => {
    for (const search of ["service-delivery", "license rem", "zoom.remove", "mara lindqvist license"]) expect(await names({ search })).toEqual(["license removed"]);
    expect(await names({ search: "no such tag" })).toEqual([]);
  });

  test.each([{ assetKind: "planet" }, { action: "Fly" }, { type: "Other" }, { from: "yesterday" }, { asset: "no kind" }, { actorId: "x".repeat(101) }])("%j is refused", async (filter) => {
    await expect(find(filter)).rejects.toMatchObject({ code: "invalid" });
  });
});

async function aSystemEvent(): Promise<{ id: string }> {
  const { eventWriter } = await import("#lib/events/emit.ts");
  const { database } = await import("#lib/db/client.ts");
  const actor = { kind: "system", name: "Support reminders" } as const;
  await eventWriter(database().prisma, { operation: "support-logs.remind", accountId, actor, correlationId: "01990000-0000-7000-8000-0000000000cc", now: new Date() }).emit({ action: "Send", asset: { kind: "support_log", id: "1", name: "Log" } });
  return database().prisma.event.findFirstOrThrow({ where: { accountId, operation: "support-logs.remind" }, select: { id: true } });
}

describe("who acted, and as what", () => {
  test("a partner inside a customer account has assumed it: role, account and tag say so", async () => {
    const user = await aUser(partner, accountId, { firstName: "Noor", lastName: "Haas" });
    const [event] = (await find({ asset: `user:${user.id}` })).items;
    expect(event).toMatchObject({ actorName: "Mara Lindqvist", actorRole: "partner", actorCustomRole: "", assumed: true, type: "Admin", tags: ["users", "create", "admin", "session", "assumed-account"], extraDetails: { actorAccountId: partner.accountId, operation: "users.add" }, coreDetails: { id: user.id, name: "Noor Haas" } });
  });

  test("an admin at home has not", async () => {
    const admin = await aSignedInUser(partner, accountId);
    const user = await aUser(admin, accountId);
    const [event] = (await find({ asset: `user:${user.id}` })).items;
    expect(event).toMatchObject({ actorRole: "account_admin", assumed: false, actorId: admin.user.id });
    expect(event!.tags).not.toContain("assumed-account");
    expect(event!.extraDetails).not.toHaveProperty("actorAccountId");
  });

  test("who acts in a custom role acts as that", async () => {
    const { database } = await import("#lib/db/client.ts");
    const { prisma } = database();
    const admin = await aSignedInUser(partner, accountId);
    const roleId = "01990000-0000-7000-8000-0000000000dd";
    await prisma.customRole.create({ data: { accountId: partner.accountId, id: roleId, name: "Help desk", base: "account_admin", grants: ["users.view", "users.add"] } });
    await prisma.roleAssignment.create({ data: { accountId, roleId, partnerId: partner.accountId } });
    await prisma.user.update({ where: { accountId_id: { accountId, id: admin.user.id } }, data: { customRoleId: roleId } });
    const user = await aUser(admin, accountId);
    expect((await find({ asset: `user:${user.id}` })).items).toMatchObject([{ actorRole: "account_admin", actorCustomRole: "Help desk" }]);
  });

  test("EVENT-14 EVENT-15 the name is Unknown once the person has been deleted, and the id stays", async () => {
    const admin = await aSignedInUser(partner, accountId);
    const user = await aUser(admin, accountId);
    const of = async () => (await find({ asset: `user:${user.id}` })).items[0]!;
    expect((await of()).actorName).toBe("Ada Brandt");
    await runOperation(deleteUsers, { resolved: await partner.at(accountId), input: { selection: { mode: "some", ids: [admin.user.id] } } });
    expect(await of()).toMatchObject({ actorName: "Unknown", actorId: admin.user.id });
    expect((await find({ actorId: admin.user.id })).items.map(({ id }) => id)).toContain((await of()).id);
    const file = await textOf(await runOperation(exportEvents, { resolved: await partner.at(accountId), input: { format: "csv", asset: `user:${user.id}`, columns: "actor,actorId" } }));
    expect(file).toContain(`Unknown,${admin.user.id}`);
  });

  test("an event of before roles were noted is not told as more than is known", async () => {
    const foreign = await anEvent(accountId, "2026-02-01T00:00:00Z", { actorRole: "", actorAccountId: partner.accountId });
    const own = await anEvent(accountId, "2026-02-01T00:00:00Z", { actorRole: "", actorAccountId: accountId });
    const { items } = await find({ to: "2026-02-02T00:00:00Z" });
    expect(new Map(items.map(({ id, actorRole, assumed }) => [id, [actorRole, assumed]]))).toEqual(new Map([[foreign, ["partner", true]], [own, ["", false]]]));
  });
});

describe("EVENT-02 without an integration whose events there are, there is no history", () => {
  test("at no door; with one there is, and without its feature there is none again", async () => {
    const { id } = await anAccount(partner);
    const key = await byKey(partner);
    const event = await anEvent(id, "2026-11-20T09:00:00Z");
    const doors = async () => {
      const answers = [await send("GET", `/accounts/${id}/events`, key), await send("GET", `/accounts/${id}/events/${event}`, key), await send("GET", `/accounts/${id}/events/export?format=csv`, key), await send("POST", `/accounts/${id}/events/export-selected`, key, { ids: [event] })];
      return answers.map(({ status }) => status);
    };
    expect(await doors()).toEqual([404, 404, 404, 404]);
    await anIntegration(id, "mivoice_business");
    expect(await doors()).toEqual([200, 200, 200, 200]);
    await anIntegration(id, "mivoice_business", { features: { administration: false } });
    expect(await doors()).toEqual([404, 404, 404, 404]);
    await anIntegration(id, "zoom");
    expect(await doors()).toEqual([200, 200, 200, 200]);
  });

  test("AMGR-08 of a partner's own history an account manager sees nothing about customers who are not assigned to them", async () => {
    const { database } = await import("#lib/db/client.ts");
    const { prisma } = database();
    const lead = await aPartner();
    const [mine, other] = [await anAccount(lead, { name: "Mine" }), await anAccount(lead, { name: "Other" })];
    const events = { own: await anEvent(lead.accountId, new Date(), { assetKind: "account", assetId: lead.accountId }) } as Record<string, string>;
    for (const [name, { id }] of Object.entries({ mine, other })) events[name] = await anEvent(lead.accountId, new Date(), { assetKind: "account", assetId: id, action: "Delete" });
    events["several"] = await anEvent(lead.accountId, new Date(), { assetKind: "role", details: { accounts: ["Mine", "Other"] } });
    const billing = await aBillingSystem(lead);
    const orders = { "order of mine": await anAssignedOrder(lead, billing, mine.id), "order of other": await anAssignedOrder(lead, billing, other.id), "order of nobody": await anOrder(lead, billing) };
    for (const [name, { id }] of Object.entries(orders)) events[name] = (await prisma.event.findFirstOrThrow({ where: { accountId: lead.accountId, assetKind: "order", assetId: id } })).id;
    const seen = async () => {
      const ids = new Set((await find({}, lead, lead.accountId)).items.map(({ id }) => id));
      const file = await textOf(await runOperation(exportEvents, { resolved: await lead.at(lead.accountId), input: { format: "jsonl" } }));
      const names = Object.entries(events).filter(([, id]) => ids.has(id)).map(([name]) => name);
      expect(Object.entries(events).filter(([, id]) => file.includes(id)).map(([name]) => name)).toEqual(names);
      return names;
    };
    expect(await seen()).toEqual(["own", "mine", "other", "several", "order of mine", "order of other", "order of nobody"]);
    const { actor } = await lead.at(null);
    if (actor.kind !== "person") throw new Error("Nobody is signed in.");
    await prisma.user.update({ where: { accountId_id: { accountId: lead.accountId, id: actor.userId } }, data: { accountManager: true } });
    await prisma.managedAccount.create({ data: { accountId: lead.accountId, userId: actor.userId, managedAccountId: mine.id } });
    expect(await seen()).toEqual(["own", "mine", "order of mine", "order of nobody"]);
    await expect(runOperation(getEvent, { resolved: await lead.at(lead.accountId), input: { eventId: events["other"] } })).rejects.toMatchObject({ code: "not_found" });
  });

  test("a partner's own account has its history", async () => {
    const { items } = await find({}, partner, partner.accountId);
    expect(items.map(({ operation }) => operation)).toContain("sessions.add-with-miaccess");
    expect(items.every(({ assumed }) => !assumed)).toBe(true);
  });
});

describe("files", () => {
  const EVIL = '=HYPERLINK("http://evil")';
  let ids: string[];
  beforeAll(async () => {
    ids = [await anEvent(accountId, "2026-01-01T10:00:00Z", { assetName: EVIL, changes: [{ property: "macAddress", before: "08000F000001", after: "08000F000002" }], details: { reason: "moved" }, actorAccountId: partner.accountId, logTags: "users edit" })];
    ids.push(await anEvent(accountId, "2026-01-02T10:00:00Z", { assetName: "Second" }), await anEvent(accountId, "2026-01-03T10:00:00Z", { assetName: "Third" }));
  });
  const selected = async (person: SignedIn, input: object, at = accountId) => runOperation(exportSelectedEvents, { resolved: await person.at(at), input });

  test("EVENT-25 the selected events are saved as csv, newest first, and no others", async () => {
    const answer = await selected(partner, { ids: [ids[0], ids[2]], timeZone: "Europe/Berlin" });
    expect(answer).toMatchObject({ fileName: expect.stringMatching(/\.csv$/), contentType: expect.stringContaining("csv") });
    const lines = (await textOf(answer)).trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("Third");
    expect(lines[1]).toContain("2026-01-03 11:00:00 +01:00");
  });

  test("EVENT-28 the file of one event has all that its tabs show, and nothing that a spreadsheet would run", async () => {
    const [header, row] = (await textOf(await selected(partner, { ids: [ids[0]] }))).trim().split("\r\n");
    expect(header).toBe('ACTOR NAME,ACTION,ASSET,EVENT DATE,PROPERTIES CHANGED,CORE DETAILS,EVENT TYPE,ACTED AS,EVENT ID,ACTOR ID,EXTRA DETAILS,LOG TAGS,BEFORE AND AFTER');
    for (const part of ["Mara Lindqvist (Partner, assumed account)", "08000F000001", "08000F000002", "moved", ids[0]!, "users, edit", "Partner", '[""macAddress""]']) expect(row).toContain(part);
    expect(row).not.toMatch(/(^|,)"?=/);
  });

  test("the whole of a filter is saved as JSON lines, each an event as the door gives it", async () => {
    const answer = await runOperation(exportEvents, { resolved: await partner.at(accountId), input: { format: "jsonl", to: "2026-01-31T00:00:00Z", sort: "at" } });
    expect(answer.fileName).toMatch(/\.jsonl$/);
    const events = (await textOf(answer)).trimEnd().split("\n").map((line) => JSON.parse(line) as EventView);
    const { items } = await find({ to: "2026-01-31T00:00:00Z", sort: "at" });
    expect(events).toEqual(items);
    expect(events.map(({ id }) => id)).toEqual(ids);
  });

  test("who may not see the history, or is of another account, gets no file and no event", async () => {
    const user = await aSignedInUser(partner, accountId, "user");
    const stranger = await aPartner();
    for (const ask of [(person: SignedIn) => selected(person, { ids }), async (person: SignedIn) => runOperation(getEvent, { resolved: await person.at(accountId), input: { eventId: ids[0] } }), async (person: SignedIn) => runOperation(exportEvents, { resolved: await person.at(accountId), input: { format: "jsonl" } })]) {
      await expect(ask(user)).rejects.toMatchObject({ code: "forbidden" });
      await expect(ask(stranger)).rejects.toMatchObject({ code: "not_found" });
    }
    const other = await anAccount(partner);
    await anIntegration(other.id);
    expect((await textOf(await selected(partner, { ids }, other.id))).trim().split("\r\n")).toHaveLength(1);
    await expect(runOperation(getEvent, { resolved: await partner.at(other.id), input: { eventId: ids[0] } })).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([{ ids: [] }, { ids: ["x"] }, {}])("%j is no selection", async (input) => {
    await expect(selected(partner, input)).rejects.toMatchObject({ code: "invalid" });
  });
});

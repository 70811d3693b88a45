import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { removeImportedUsers } from "#lib/imports/remove-imported-users.ts";
import { getUndo, undoImport } from "#lib/imports/undo-import.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { aCsvOf, usersNamed } from "#tests/builders/spreadsheets.ts";
import { aDesk, eventsOf, notificationsOf, preview, previewOf, problemsIn, rowsOf, upload, usersOf } from "./imports.ts";
import type { Desk } from "./imports.ts";

const ADA = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example" };
const BEN = { name: "Ben Carrel", email: "ben@ballad.example" };
const EMEKA = { name: "Emeka Nwosu", email: "emeka@ballad.example" };
const FAULTY = { name: "Nobody", email: "nobody" };

const askUndo = ({ resolved }: Pick<Desk, "resolved">, importId: string) => runOperation(getUndo, { resolved, input: { importId } });
const pressUndo = ({ resolved }: Pick<Desk, "resolved">, importId: string) => runOperation(undoImport, { resolved, input: { importId } });

async function undo(desk: Desk, importId: string) {
  await pressUndo(desk, importId);
  await removeImportedUsers({ accountId: desk.accountId, importId });
  return rowsOf(desk, importId);
}

async function aDoneImport(desk: Desk): Promise<string> {
  const { import: read } = await previewOf(desk, [ADA, BEN, EMEKA]);
  await upload(desk, read.id);
  return read.id;
}

/** Makes one user registered, and gives another one a service. */
async function someLife(accountId: string): Promise<void> {
  const { prisma } = database();
  await prisma.user.updateMany({ where: { accountId, email: ADA.email }, data: { registeredAt: new Date() } });
  const ben = await prisma.user.findFirstOrThrow({ where: { accountId, email: BEN.email } });
  await prisma.service.create({ data: { accountId, userId: ben.id, kind: "mivb.phone", key: "2201", number: "2201", elementId: newId(), attributes: {} } });
}

test("an import is taken back as one: its users are gone, with an event each, and others are untouched", async () => {
  const desk = await aDesk();
  await aUser(desk.partner, desk.accountId, { email: "zoe@ballad.example" });
  const importId = await aDoneImport(desk);
  expect(await askUndo(desk, importId)).toEqual({ removable: 3, kept: [] });
  expect(await usersOf(desk)).toHaveLength(4);
  expect(await undo(desk, importId)).toMatchObject({ import: { status: "done", undo: "done", addedCount: 3, removedCount: 3, kept: [] } });
  expect((await usersOf(desk)).map((user) => user.email)).toEqual(["zoe@ballad.example"]);
  expect((await database().prisma.account.findUniqueOrThrow({ where: { id: desk.accountId } })).userCount).toBe(1);
  const events = await eventsOf(desk, "imports.undo");
  expect(events.filter(({ assetKind }) => assetKind === "user_import")).toMatchObject([{ action: "Delete", assetId: importId, details: { users: 3 } }]);
  expect(events.filter(({ assetKind }) => assetKind === "user").map((event) => event.assetName).toSorted()).toEqual(["Ada Brandt", "Ben Carrel", "Emeka Nwosu"]);
  expect(new Set(events.map((event) => event.actorName))).toEqual(new Set(["Mara Lindqvist"]));
});

test("who has registered or has services is kept and named", async () => {
  const desk = await aDesk();
  const importId = await aDoneImport(desk);
  await someLife(desk.accountId);
  const kept = [
    { reason: "registered", count: 1, examples: ["Ada Brandt"] },
    { reason: "services", count: 1, examples: ["Ben Carrel"] },
  ];
  expect(await askUndo(desk, importId)).toEqual({ removable: 1, kept });
  expect(await undo(desk, importId)).toMatchObject({ import: { undo: "done", addedCount: 3, removedCount: 1, kept } });
  expect((await usersOf(desk)).map((user) => user.name)).toEqual(["Ada Brandt", "Ben Carrel"]);
  const { actor } = desk.resolved;
  const told = (await notificationsOf(actor.kind === "person" ? actor.userId : "")).at(-1);
  expect(told).toMatchObject({ status: "completed", title: "Import of users.csv taken back: 1 user deleted, 2 kept", details: { deleted: 1, kept } });
});

test("once services are removed, taking back goes on with those who were kept for them", async () => {
  const desk = await aDesk();
  const importId = await aDoneImport(desk);
  await someLife(desk.accountId);
  await undo(desk, importId);
  await database().prisma.service.deleteMany({ where: { accountId: desk.accountId } });
  expect(await undo(desk, importId)).toMatchObject({ import: { removedCount: 2, kept: [{ reason: "registered" }] } });
});

test("a user with a run under way is kept", async () => {
  const desk = await aDesk();
  const importId = await aDoneImport(desk);
  const { prisma, pool } = database();
  const [ada] = await usersOf(desk);
  const planId = newId();
  await prisma.provisioningPlan.create({ data: { accountId: desk.accountId, id: planId, purpose: "assign", status: "applying", title: "Assign", request: {}, createdById: newId(), createdByAccountId: newId(), createdByName: "Mara" } });
  await pool.query("insert into provisioning_runs (account_id, id, plan_id, user_id, user_name, position, status) values ($1, $2, $3, $4, 'Ada Brandt', 1, 'queued')", [desk.accountId, newId(), planId, ada!.id]);
  expect(await askUndo(desk, importId)).toMatchObject({ removable: 2, kept: [{ reason: "services", examples: ["Ada Brandt"] }] });
});

test("rows that were left because the import's own users had their addresses can be uploaded once these are gone", async () => {
  const desk = await aDesk();
  const first = await preview(desk, await aCsvOf([ADA, FAULTY]));
  await upload(desk, first.import.id);
  const again = await preview(desk, await aCsvOf([ADA]));
  expect(again.import.errorCount).toBe(1);
  await undo(desk, first.import.id);
  expect(await upload(desk, again.import.id)).toMatchObject({ import: { status: "done", addedCount: 1 } });
  expect(await rowsOf(desk, first.import.id)).toMatchObject({ items: [FAULTY], import: { status: "preview", rowCount: 1 } });
});

test("taking back that is pressed twice, or dies in the middle and is done again, deletes and counts each user once", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(2_500));
  await upload(desk, read.id);
  await Promise.all([pressUndo(desk, read.id), pressUndo(desk, read.id)]);
  const job = { accountId: desk.accountId, importId: read.id };
  const { pool, prisma } = database();
  await pool.query("create function fail_delete() returns trigger language plpgsql as $$ begin if old.email = 'user2400@ballad.example' then raise exception 'the worker dies here'; end if; return old; end $$");
  await pool.query("create trigger fail_delete before delete on users for each row execute function fail_delete()");
  await expect(removeImportedUsers(job)).rejects.toThrow("the worker dies here");
  await pool.query("drop function fail_delete cascade");
  const { progress } = (await rowsOf(desk, read.id)).import;
  expect(progress % 1_000).toBe(0);
  await Promise.all([removeImportedUsers(job), removeImportedUsers(job)]);
  expect(await rowsOf(desk, read.id)).toMatchObject({ import: { undo: "done", removedCount: 2_500 } });
  expect(await prisma.user.count({ where: { accountId: desk.accountId } })).toBe(0);
  expect((await prisma.account.findUniqueOrThrow({ where: { id: desk.accountId } })).userCount).toBe(0);
  expect((await eventsOf(desk, "imports.undo")).filter(({ assetKind }) => assetKind === "user")).toHaveLength(2_500);
});

test("taking back is refused while the import is worked on, and when there is nobody to take back", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  await expect(pressUndo(desk, read.id)).rejects.toMatchObject({ code: "conflict", message: "There are no users of this import to take back." });
  await upload(desk, read.id);
  await database().prisma.userImport.updateMany({ where: { id: read.id }, data: { status: "uploading" } });
  await expect(pressUndo(desk, read.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await usersOf(desk)).toHaveLength(1);
});

test("the users of a cancelled import can be taken back too", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, FAULTY]);
  await upload(desk, read.id);
  await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: read.id } });
  expect(await undo(desk, read.id)).toMatchObject({ import: { status: "cancelled", undo: "done", removedCount: 1 } });
  expect(await usersOf(desk)).toEqual([]);
});

test("cancelling discards the rows that were not uploaded, with an event; nothing of them is ever added", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, FAULTY]);
  expect(await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: read.id } })).toMatchObject({ status: "cancelled", rowCount: 0, errorCount: 0 });
  expect(await database().prisma.userImportRow.count({ where: { importId: read.id } })).toBe(0);
  expect(await eventsOf(desk, "imports.cancel")).toMatchObject([{ action: "Edit", changes: [{ property: "status", before: "preview", after: "cancelled" }], details: { rowsDiscarded: 2 } }]);
  await expect(runOperation(cancelImport, { resolved: desk.resolved, input: { importId: read.id } })).rejects.toMatchObject({ code: "conflict" });
  expect(await usersOf(desk)).toEqual([]);
});

test("foreign imports are neither cancelled nor taken back, and a user may do neither", async () => {
  const desk = await aDesk();
  const importId = await aDoneImport(desk);
  const stranger = await aDesk();
  const partner = await aPartner();
  const user = await aSignedInUser(desk.partner, desk.accountId, "user");
  const cancel = ({ resolved }: Pick<Desk, "resolved">) => runOperation(cancelImport, { resolved, input: { importId } });
  for (const resolved of [stranger.resolved, await partner.at(desk.accountId)]) {
    for (const act of [() => cancel({ resolved }), () => pressUndo({ resolved }, importId), () => askUndo({ resolved }, importId)]) await expect(act()).rejects.toMatchObject({ code: "not_found" });
  }
  const resolved = await user.at(desk.accountId);
  for (const act of [() => cancel({ resolved }), () => pressUndo({ resolved }, importId), () => askUndo({ resolved }, importId)]) await expect(act()).rejects.toMatchObject({ code: "forbidden" });
  expect(problemsIn((await rowsOf(desk, importId)).items)).toEqual({});
  expect(await usersOf(desk)).toHaveLength(4);
});

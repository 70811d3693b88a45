import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { addImportedUsers } from "#lib/imports/add-imported-users.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { updateImportRow } from "#lib/imports/change-rows.ts";
import { uploadImport } from "#lib/imports/upload-import.ts";
import { newOneTimeLink } from "#lib/registration/one-time-link.ts";
import { completeRegistration } from "#lib/registration/registration.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { signIn } from "#lib/sessions/sign-in.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { aSignedInUser, aUser } from "#tests/builders/people.ts";
import { askForReset } from "#tests/builders/registered.ts";
import { aCsvOf, usersNamed } from "#tests/builders/spreadsheets.ts";
import { aDesk, eventsOf, notificationsOf, preview, previewOf, problemsIn, rowsOf, upload, usersOf } from "./imports.ts";
import type { Desk } from "./imports.ts";

const ADA = { firstName: "Ada", lastName: "Brandt", email: "Ada.Brandt@ballad.example", role: "Account Admin" };
const BEN = { name: "Ben Carrel", email: "ben@ballad.example" };
const FAULTY = { name: "Nobody", email: "nobody" };

const press = ({ resolved }: Pick<Desk, "resolved">, importId: string) => runOperation(uploadImport, { resolved, input: { importId } });

/** Makes the database refuse one user, as a worker that dies while it adds them would leave it. */
async function failAt(email: string): Promise<() => Promise<unknown>> {
  const { pool } = database();
  await pool.query(`create or replace function fail_user() returns trigger language plpgsql as $$ begin if new.email = '${email}' then raise exception 'the worker dies here'; end if; return new; end $$`);
  await pool.query("create trigger fail_user before insert on users for each row execute function fail_user()");
  return () => pool.query("drop function fail_user cascade");
}

async function tellings({ resolved: { actor } }: Desk): Promise<{ status: string; title: string; body: string; link: string }[]> {
  const all = await notificationsOf(actor.kind === "person" ? actor.userId : "");
  return all.filter(({ title }) => title.startsWith("Import"));
}

test("IMPORT-20 IMPORT-21 valid rows become users and leave the preview, rows in error stay until they are corrected", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, FAULTY, BEN]);
  const left = await upload(desk, read.id);
  expect(left).toMatchObject({ items: [{ position: 3, ...FAULTY }], import: { status: "preview", rowCount: 1, errorCount: 1, addedCount: 2 } });
  expect(await usersOf(desk)).toMatchObject([
    { email: "ada.brandt@ballad.example", firstName: "Ada", lastName: "Brandt", name: "Ada Brandt", role: "account_admin", origin: "import", importId: read.id, modifiedBy: "Mara Lindqvist", registeredAt: null },
    { email: "ben@ballad.example", firstName: "", lastName: "", name: "Ben Carrel", role: "user", origin: "import", importId: read.id },
  ]);
  await runOperation(updateImportRow, { resolved: desk.resolved, input: { importId: read.id, position: 3, version: 1, email: "nobody@ballad.example" } });
  expect(await upload(desk, read.id)).toMatchObject({ items: [], import: { status: "done", rowCount: 0, addedCount: 3, finishedAt: expect.any(String) } });
  expect(await usersOf(desk)).toHaveLength(3);
});

test("the added users are in the list of users at once, also as those of this import, and are counted", async () => {
  const desk = await aDesk();
  await aUser(desk.partner, desk.accountId);
  const { import: read } = await previewOf(desk, [ADA, BEN]);
  await upload(desk, read.id);
  const list = (input: object) => runOperation(findUsers, { resolved: desk.resolved, input });
  expect(await list({ importId: read.id })).toMatchObject({ total: 2, items: [{ name: "Ada Brandt" }, { name: "Ben Carrel" }] });
  const account = await database().prisma.account.findUniqueOrThrow({ where: { id: desk.accountId } });
  expect(account.userCount).toBe(3);
});

test("every added user has an event in the name of the person who pressed Upload, and the import has one too", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, FAULTY]);
  const admin = await aSignedInUser(desk.partner, desk.accountId, "account_admin");
  await upload({ ...desk, resolved: await admin.at(desk.accountId) }, read.id);
  const events = await eventsOf(desk, "imports.upload");
  expect(events.filter(({ action }) => action === "Import")).toMatchObject([{ assetKind: "user_import", assetId: read.id, assetName: "users.csv", details: { rows: 2, inError: 1 } }]);
  const added = events.filter(({ action }) => action === "Add");
  expect(added).toMatchObject([{ assetKind: "user", assetName: "Ada Brandt", actorId: admin.user.id, actorName: admin.user.name, origin: "session", details: { importId: read.id, fileName: "users.csv" } }]);
  expect(added[0]!.changes).toContainEqual({ property: "role", before: null, after: "account_admin" });
  expect(new Set(events.map((event) => event.correlationId)).size).toBe(1);
});

test("whoever pressed Upload is told at the end what was added and what needs attention", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, BEN, FAULTY]);
  await upload(desk, read.id);
  const link = `/accounts/${desk.accountId}/users/import/${read.id}`;
  expect(await tellings(desk)).toMatchObject([{ status: "completed", title: "Import of users.csv: 2 added, 1 needs attention", link }]);
  await addImportedUsers({ accountId: desk.accountId, importId: read.id });
  expect(await tellings(desk)).toHaveLength(1);
});

test("WELCOME-09 OP1-09 nobody is sent a welcome e-mail by an import", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, BEN]);
  await upload(desk, read.id);
  expect(await database().prisma.mailMessage.count({ where: { accountId: desk.accountId } })).toBe(0);
  expect((await usersOf(desk)).map((user) => user.welcomedAt)).toEqual([null, null]);
});

test("IMPORT-24 an imported user registers and signs in only after an administrator has sent the welcome e-mail", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  await upload(desk, read.id);
  const [user] = await usersOf(desk);
  const { prisma } = database();
  const login = { email: user!.email, password: "correct horse battery", userAgent: "" };
  await expect(runOperation(signIn, { resolved: NOBODY, input: login })).rejects.toMatchObject({ code: "invalid" });
  await askForReset(user!.email);
  expect(await prisma.mailMessage.count({ where: { accountId: desk.accountId } })).toBe(0);
  expect(await prisma.oneTimeLink.count({ where: { accountId: desk.accountId } })).toBe(0);

  await runOperation(sendWelcomeMails, { resolved: desk.resolved, input: { selection: { mode: "all", filter: { importId: read.id } } } });
  expect(await prisma.mailMessage.findMany({ where: { accountId: desk.accountId } })).toMatchObject([{ kind: "welcome", recipient: user!.email }]);
  const token = await newOneTimeLink(prisma, { accountId: desk.accountId, userId: user!.id, purpose: "registration", now: new Date() });
  await runOperation(completeRegistration, { resolved: NOBODY, input: { token, password: login.password } });
  await expect(runOperation(signIn, { resolved: NOBODY, input: login })).resolves.toMatchObject({ status: "signed_in" });
});

test("uploading the same file again adds nobody a second time, and every row says why", async () => {
  const desk = await aDesk();
  const file = await aCsvOf([ADA, BEN]);
  const first = await preview(desk, file);
  await upload(desk, first.import.id);
  const second = await preview(desk, file);
  expect(second.import).toMatchObject({ rowCount: 2, errorCount: 2 });
  expect(problemsIn(second.items)).toEqual({ 2: ["email_taken"], 3: ["email_taken"] });
  expect(await upload(desk, second.import.id)).toMatchObject({ import: { status: "preview", rowCount: 2, addedCount: 0 } });
  expect(await usersOf(desk)).toHaveLength(2);
  expect((await tellings(desk)).at(-1)!.title).toBe("Import of users.csv: 0 added, 2 need attention");
});

test("a user who was added by hand meanwhile is not added twice, and the row says so", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, BEN]);
  await press(desk, read.id);
  await aUser(desk.partner, desk.accountId, { firstName: "Benoît", lastName: "Carrel", email: BEN.email });
  await addImportedUsers({ accountId: desk.accountId, importId: read.id });
  expect(await rowsOf(desk, read.id)).toMatchObject({ items: [{ position: 3, errors: [{ code: "email_taken" }] }], import: { status: "preview", rowCount: 1, errorCount: 1, addedCount: 1 } });
  expect((await usersOf(desk)).map((user) => user.name)).toEqual(["Ada Brandt", "Benoît Carrel"]);
});

test("pressing Upload twice and two workers at once add everybody once", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(3_000));
  await Promise.all([press(desk, read.id), press(desk, read.id), press(desk, read.id)]);
  const job = { accountId: desk.accountId, importId: read.id };
  await Promise.all([addImportedUsers(job), addImportedUsers(job), addImportedUsers(job)]);
  expect(await rowsOf(desk, read.id)).toMatchObject({ import: { status: "done", addedCount: 3_000, rowCount: 0, errorCount: 0 } });
  expect(await database().prisma.user.count({ where: { accountId: desk.accountId } })).toBe(3_000);
  expect((await eventsOf(desk, "imports.upload")).filter(({ action }) => action === "Add")).toHaveLength(3_000);
  expect((await eventsOf(desk, "imports.upload")).filter(({ action }) => action === "Import")).toHaveLength(1);
  expect(await tellings(desk)).toHaveLength(1);
});

test("a worker that dies in the middle loses nobody and adds nobody twice when another goes on", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [...usersNamed(2_500), FAULTY]);
  await press(desk, read.id);
  const job = { accountId: desk.accountId, importId: read.id };
  const recover = await failAt("user1700@ballad.example");
  await expect(addImportedUsers(job)).rejects.toThrow("the worker dies here");
  const account = () => database().prisma.account.findUniqueOrThrow({ where: { id: desk.accountId } });
  expect(await rowsOf(desk, read.id)).toMatchObject({ import: { status: "uploading", progress: 1_000, progressOf: 2_500, addedCount: 1_000, rowCount: 1_501 } });
  expect((await account()).userCount).toBe(1_000);
  expect(await eventsOf(desk, "imports.upload")).toHaveLength(1_001);
  await recover();
  await addImportedUsers(job);
  expect(await rowsOf(desk, read.id)).toMatchObject({ items: [FAULTY], import: { status: "preview", addedCount: 2_500, rowCount: 1, errorCount: 1 } });
  expect((await account()).userCount).toBe(2_500);
  expect(await database().prisma.user.count({ where: { accountId: desk.accountId } })).toBe(2_500);
  expect((await eventsOf(desk, "imports.upload")).filter(({ action }) => action === "Add")).toHaveLength(2_500);
  expect((await tellings(desk)).map(({ title }) => title)).toEqual(["Import of users.csv: 2,500 added, 1 needs attention"]);
});

test("an upload that fails every time ends with the rest still in the preview, and the person is told", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(1_200));
  await press(desk, read.id);
  const job = { accountId: desk.accountId, importId: read.id };
  const recover = await failAt("user1100@ballad.example");
  for (let attempt = 1; attempt <= 5; attempt++) await expect(addImportedUsers(job)).rejects.toThrow("the worker dies here");
  await addImportedUsers(job);
  expect(await rowsOf(desk, read.id)).toMatchObject({ total: 200, import: { status: "preview", addedCount: 1_000, rowCount: 200, errorCount: 0 } });
  expect(await tellings(desk)).toMatchObject([{ status: "failed", title: "Import of users.csv: 1,000 added, 200 left", body: expect.stringContaining("press Upload again") }]);
  await recover();
  expect(await upload(desk, read.id)).toMatchObject({ import: { status: "done", addedCount: 1_200 } });
});

test("an import that is cancelled in the middle adds nobody more; who was added stays", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(1_200));
  await press(desk, read.id);
  const job = { accountId: desk.accountId, importId: read.id };
  const recover = await failAt("user1100@ballad.example");
  await expect(addImportedUsers(job)).rejects.toThrow();
  await recover();
  await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: read.id } });
  await addImportedUsers(job);
  expect(await rowsOf(desk, read.id)).toMatchObject({ items: [], import: { status: "cancelled", addedCount: 1_000, rowCount: 0 } });
  expect(await database().prisma.user.count({ where: { accountId: desk.accountId } })).toBe(1_000);
});

test("nobody is added to an account that was deactivated meanwhile, and the rows stay", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, BEN]);
  await press(desk, read.id);
  await runOperation(deactivateAccount, { resolved: desk.resolved, input: { word: "deactivate" } });
  await addImportedUsers({ accountId: desk.accountId, importId: read.id });
  expect(await usersOf(desk)).toEqual([]);
  expect(await database().prisma.userImport.findFirstOrThrow({ where: { id: read.id } })).toMatchObject({ status: "preview", rowCount: 2 });
  expect((await tellings(desk)).at(-1)).toMatchObject({ status: "failed", title: "Import of users.csv: 0 added, 2 left" });
});

test("IMPORT-01 who may not add users uploads nothing, and foreign imports are not found", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  const user = await aSignedInUser(desk.partner, desk.accountId, "user");
  await expect(press({ resolved: await user.at(desk.accountId) }, read.id)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aDesk();
  await expect(press({ resolved: await stranger.partner.at(desk.accountId) }, read.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(press(stranger, read.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await rowsOf(desk, read.id)).toMatchObject({ import: { status: "preview", rowCount: 1 } });
  expect(await eventsOf(desk, "imports.upload")).toEqual([]);
  expect((await database().pool.query("select 1 from jobs.job where name = 'imports.upload' and data->>'importId' = $1", [read.id])).rowCount).toBe(0);
});

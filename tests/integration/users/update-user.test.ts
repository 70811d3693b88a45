import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { newOneTimeLink } from "#lib/registration/one-time-link.ts";
import { getRegistration } from "#lib/registration/registration.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

async function aUserInView() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aUser(partner, account.id, { email: "ada@ballad.example" });
  const resolved = await partner.at(account.id);
  const update = async (input: object) => runOperation(updateUser, { resolved: await partner.at(account.id), input: { userId: user.id, version: user.version, ...input } });
  return { partner, account, user, resolved, update };
}

test("stores what was changed of name, first and last name, address and mobile number", async () => {
  const { update } = await aUserInView();
  const changed = await update({ firstName: "Adela", lastName: "Berg", name: "Adela Berg", email: "Adela@Ballad.example", mobileNumber: "+49 170 1234567" });
  expect(changed).toMatchObject({ firstName: "Adela", lastName: "Berg", name: "Adela Berg", email: "adela@ballad.example", mobileNumber: "+49 170 1234567", version: 2 });
});

test("pains 41 pains 44: what is not given stays, and the event says what was before and after", async () => {
  const { account, user, update } = await aUserInView();
  const changed = await update({ lastName: "Berg" });
  expect(changed).toMatchObject({ firstName: "Ada", lastName: "Berg", email: "ada@ballad.example" });
  const events = await database().prisma.event.findMany({ where: { accountId: account.id, operation: "users.update" } });
  expect(events).toMatchObject([{ action: "Edit", assetId: user.id, changes: [{ property: "lastName", before: "Brandt", after: "Berg" }] }]);
});

test("with a new address the links mailed to the former one are dead, and mails that wait go to the new one", async () => {
  const { account, user, update } = await aUserInView();
  const { prisma } = database();
  const token = await newOneTimeLink(prisma, { accountId: account.id, userId: user.id, purpose: "registration", now: new Date() });
  const state = async () => (await runOperation(getRegistration, { resolved: NOBODY, input: { token } })).state;
  expect(await state()).toBe("open");
  await update({ email: "ada.new@ballad.example" });
  expect(await state()).toBe("unknown");
  expect(await prisma.mailMessage.findMany({ where: { accountId: account.id, userId: user.id } })).toMatchObject([{ recipient: "ada.new@ballad.example", status: "queued" }]);
});

test("saving without a change writes nothing", async () => {
  const { account, update } = await aUserInView();
  expect(await update({ lastName: "Brandt" })).toMatchObject({ version: 1 });
  expect(await database().prisma.event.count({ where: { accountId: account.id, operation: "users.update" } })).toBe(0);
});

test("of two who edit the same user the second is told whose change came first, and overwrites nothing", async () => {
  const { partner, account, user, update } = await aUserInView();
  await update({ lastName: "Berg" });
  const admin = await aSignedInUser(partner, account.id);
  const late = runOperation(updateUser, { resolved: await admin.at(account.id), input: { userId: user.id, version: user.version, lastName: "Blau" } });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Mara Lindqvist changed this user meanwhile"), fields: [] });
  expect(await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: user.id } })).toMatchObject({ lastName: "Berg" });
});

test("an address that another user has, and fields left empty, are refused at their field", async () => {
  const { partner, account, update } = await aUserInView();
  await aUser(partner, account.id, { email: "eva@ballad.example" });
  await expect(update({ email: "EVA@ballad.example" })).rejects.toMatchObject({ code: "conflict", fields: [{ path: "email", message: "One or more of the attribute values are already in use" }] });
  await expect(update({ firstName: " " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "firstName" }] });
  await expect(update({ mobileNumber: "call me" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "mobileNumber" }] });
});

test("the role Account Admin is given and taken, and it counts at once", async () => {
  const { partner, account, update } = await aUserInView();
  await aUser(partner, account.id, { accountAdmin: true });
  const admin = await update({ role: "account_admin" });
  expect(admin.role).toBe("account_admin");
  expect(await update({ role: "user", version: admin.version })).toMatchObject({ role: "user" });
});

test("OP1-29 nobody takes the own rights away, and an account keeps an admin", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  const demote = { userId: admin.user.id, version: 1, role: "user" };
  await expect(runOperation(updateUser, { resolved: await admin.at(account.id), input: demote })).rejects.toMatchObject({ code: "forbidden", message: "You can not change your own role." });
  await expect(runOperation(updateUser, { resolved: await partner.at(account.id), input: demote })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "role" }] });
  expect((await runOperation(findUsers, { resolved: await partner.at(account.id), input: { property: "admins" } })).total).toBe(1);
});

/** Holds every change of a user back, once it is made and before it commits, until `waiting` wait there, or for one who does. */
async function untilTogether(waiting: number, work: () => Promise<unknown>): Promise<void> {
  const { pool } = database();
  const gate = await pool.connect();
  try {
    await gate.query("select pg_advisory_lock(1)");
    await gate.query("create function wait_at_gate() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(1); return null; end $$");
    await gate.query("create trigger gate after update on users for each row execute function wait_at_gate()");
    const working = work();
    await expect.poll(async () => (await gate.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount).toBe(waiting);
    await gate.query("select pg_advisory_unlock(1)");
    await working;
  } finally {
    await gate.query("drop function if exists wait_at_gate() cascade");
    gate.release();
  }
}

test("two who demote the last two admins at once: one admin stays", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admins = [await aUser(partner, account.id, { accountAdmin: true }), await aUser(partner, account.id, { accountAdmin: true })];
  const resolved = await partner.at(account.id);
  await untilTogether(2, () => Promise.allSettled(admins.map(({ id, version }) => runOperation(updateUser, { resolved, input: { userId: id, version, role: "user" } }))));
  expect(await database().prisma.user.count({ where: { accountId: account.id, role: "account_admin" } })).toBe(1);
});

test("pains 48: rights that were taken are gone at the next click of an open session", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await aUser(partner, account.id, { accountAdmin: true });
  const admin = await aSignedInUser(partner, account.id);
  await runOperation(updateUser, { resolved: await partner.at(account.id), input: { userId: admin.user.id, version: 1, role: "user" } });
  await expect(runOperation(findUsers, { resolved: await admin.at(account.id), input: {} })).rejects.toMatchObject({ code: "forbidden" });
});

test("USER-44 what another system delivers can only be read here; the rest can be changed", async () => {
  const { partner, account, resolved } = await aUserInView();
  const [fromPbx] = await manyUsers(account.id, [{ name: "Gustav Holm", firstName: "Gustav", lastName: "Holm", origin: "pbx" }]);
  const change = (fields: object) => runOperation(updateUser, { resolved, input: { userId: fromPbx, version: 1, ...fields } });
  for (const fields of [{ firstName: "G" }, { lastName: "H" }, { name: "G H" }, { email: "g@ballad.example" }, { mobileNumber: "+4917012345" }]) {
    await expect(change(fields)).rejects.toMatchObject({ code: "invalid", message: "This comes from the PBX and can only be changed there.", fields: [{ path: Object.keys(fields)[0] }] });
  }
  expect(await change({ role: "account_admin" })).toMatchObject({ role: "account_admin" });
  expect(await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: fromPbx } })).toMatchObject({ lockedFields: ["firstName", "lastName", "name", "email", "mobileNumber"] });
});

test("a user, a foreign partner and a wrong id change nothing", async () => {
  const { partner, account, user } = await aUserInView();
  const input = { userId: user.id, version: 1, lastName: "Other" };
  const plain = await aSignedInUser(partner, account.id, "user");
  await expect(runOperation(updateUser, { resolved: await plain.at(account.id), input })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aPartner();
  await expect(runOperation(updateUser, { resolved: await stranger.at(account.id), input })).rejects.toMatchObject({ code: "not_found" });
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  await expect(runOperation(updateUser, { resolved: await partner.at(other.id), input })).rejects.toMatchObject({ code: "not_found" });
  await expect(runOperation(updateUser, { resolved: await partner.at(account.id), input: { ...input, userId: newId() } })).rejects.toMatchObject({ code: "not_found" });
  expect(await database().prisma.user.findFirst({ where: { id: user.id } })).toMatchObject({ lastName: "Brandt" });
});

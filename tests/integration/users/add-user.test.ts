import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addUser } from "#lib/users/add-user.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";

const ADA = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example" };

test("USER-16 USER-25 a partner adds a user, who is in the list at once", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const added = await runOperation(addUser, { resolved: await partner.at(account.id), input: ADA });
  expect(added).toMatchObject({ name: "Ada Brandt", email: ADA.email, role: "user", registered: false });
  const list = await runOperation(findUsers, { resolved: await partner.at(account.id), input: {} });
  expect(list).toMatchObject({ total: 1, items: [{ id: added.id }] });
});

test("USER-17 first name, last name and email are mandatory, and nothing is written without them", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const empty = runOperation(addUser, { resolved: await partner.at(account.id), input: { firstName: "", lastName: " ", email: "" } });
  await expect(empty).rejects.toMatchObject({ code: "invalid", fields: [{ path: "firstName" }, { path: "lastName" }, { path: "email" }] });
  expect(await database().prisma.user.count({ where: { accountId: account.id } })).toBe(0);
});

test("USER-18 an address that is none is refused at its field", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const wrong = runOperation(addUser, { resolved: await partner.at(account.id), input: { ...ADA, email: "ada.brandt" } });
  await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: [{ path: "email" }] });
});

test("USER-19 USER-20 refuses an address that the account already has, whatever its case and blanks", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await runOperation(addUser, { resolved: await partner.at(account.id), input: ADA });
  const again = runOperation(addUser, { resolved: await partner.at(account.id), input: { ...ADA, email: " Ada.Brandt@Ballad.example " } });
  await expect(again).rejects.toMatchObject({ code: "conflict", message: "One or more of the attribute values are already in use", fields: [{ path: "email" }] });
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  await expect(runOperation(addUser, { resolved: await partner.at(other.id), input: ADA })).resolves.toMatchObject({ email: ADA.email });
});

test("two people who add the same address at once: one is told that it is taken", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const resolved = await partner.at(account.id);
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => runOperation(addUser, { resolved, input: ADA })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await database().prisma.account.findUniqueOrThrow({ where: { id: account.id } })).userCount).toBe(1);
});

test("WELCOME-01 USER-26 adding a user queues the welcome mail and leaves an event in the same transaction", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const added = await runOperation(addUser, { resolved: await partner.at(account.id), input: ADA });
  const mails = await database().prisma.mailMessage.findMany({ where: { accountId: account.id } });
  expect(mails).toMatchObject([{ userId: added.id, kind: "welcome", recipient: ADA.email, status: "queued" }]);
  const { rows } = await database().pool.query("select data from jobs.job where name = 'mail.send' and data->>'messageId' = $1", [mails[0]!.id]);
  expect(rows).toHaveLength(1);
  const events = await database().prisma.event.findMany({ where: { accountId: account.id, operation: "users.add" } });
  expect(events).toMatchObject([{ action: "Add", assetId: added.id, actorName: "Mara Lindqvist" }]);
  expect(events[0]!.changes).toContainEqual({ property: "email", before: null, after: ADA.email });
});

test("LOGIN-15 an account admin adds users to the own account, a user does not", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  await expect(runOperation(addUser, { resolved: await admin.at(account.id), input: ADA })).resolves.toMatchObject({ email: ADA.email });
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(runOperation(addUser, { resolved: await user.at(account.id), input: { ...ADA, email: "b@ballad.example" } })).rejects.toMatchObject({ code: "forbidden" });
});

test("a repeated request with the same idempotency key adds nobody twice and gets the same answer", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const resolved = await partner.at(account.id);
  const call = { resolved, input: ADA, idempotencyKey: "one" };
  const first = await runOperation(addUser, call);
  expect(await runOperation(addUser, call)).toEqual(first);
  await expect(runOperation(addUser, { ...call, input: { ...ADA, firstName: "Eva" } })).rejects.toMatchObject({ code: "invalid" });
});

import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { resetPasswords } from "#lib/users/reset-passwords.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";

const ALL = { mode: "all", filter: {}, except: [] };

async function anAccountInView() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const welcome = async (selection: object) => runOperation(sendWelcomeMails, { resolved: await partner.at(account.id), input: { selection } });
  const reset = async (selection: object) => runOperation(resetPasswords, { resolved: await partner.at(account.id), input: { selection } });
  const mailed = async (kind: string) => {
    const mails = await database().prisma.mailMessage.findMany({ where: { accountId: account.id, kind }, orderBy: { recipient: "asc" } });
    return mails.map(({ recipient }) => recipient);
  };
  return { partner, account, welcome, reset, mailed };
}

/** A registered user who signs in with a password. */
async function withPassword(accountId: string, name: string, email: string): Promise<string> {
  const [userId] = await manyUsers(accountId, [{ name, email, registeredAt: new Date() }]);
  await database().prisma.credential.create({ data: { accountId, userId: userId!, passwordHash: "hash" } });
  return userId!;
}

test("USER-60 the welcome mail to all goes to every user of the account, and to nobody else", async () => {
  const { partner, account, welcome, mailed } = await anAccountInView();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  await manyUsers(account.id, [{ email: "a@ballad.example" }, { email: "b@ballad.example" }]);
  await manyUsers(other.id, [{ email: "c@harbor.example" }]);
  expect(await welcome(ALL)).toEqual({ done: 2, skipped: [], inBackground: 0, bulkJobId: null });
  expect(await mailed("welcome")).toEqual(["a@ballad.example", "b@ballad.example"]);
  expect(await database().prisma.mailMessage.count({ where: { accountId: other.id } })).toBe(0);
});

test("the welcome mail goes to the ticked users alone, and each sending is in the history", async () => {
  const { account, welcome, mailed } = await anAccountInView();
  const ids = await manyUsers(account.id, [{ email: "a@ballad.example" }, { email: "b@ballad.example" }, { email: "c@ballad.example" }]);
  await welcome({ mode: "some", ids: ids.slice(0, 2) });
  expect(await mailed("welcome")).toEqual(["a@ballad.example", "b@ballad.example"]);
  const events = await database().prisma.event.findMany({ where: { accountId: account.id, operation: "users.send-welcome-mails" } });
  expect(events.map(({ assetId }) => assetId).toSorted()).toEqual(ids.slice(0, 2).toSorted());
  const { rows } = await database().pool.query("select 1 from jobs.job where name = 'mail.send' and data->>'accountId' = $1", [account.id]);
  expect(rows).toHaveLength(2);
});

test("USER-56 the reset mail goes to those who have registered; the others are left out and named", async () => {
  const { account, reset, mailed } = await anAccountInView();
  await withPassword(account.id, "Ada", "ada@ballad.example");
  await manyUsers(account.id, [{ name: "Eva", email: "eva@ballad.example" }, { name: "Ida", email: "ida@ballad.example" }]);
  expect(await reset(ALL)).toEqual({ done: 1, skipped: [{ reason: "Has not registered yet.", count: 2, examples: ["Eva", "Ida"] }], inBackground: 0, bulkJobId: null });
  expect(await mailed("password_reset")).toEqual(["ada@ballad.example"]);
});

test("a selection of which nobody has registered sends nothing and starts no batch", async () => {
  const { account, reset, mailed } = await anAccountInView();
  const ids = await manyUsers(account.id, [{ name: "Eva" }]);
  expect(await reset({ mode: "some", ids })).toMatchObject({ done: 0, skipped: [{ count: 1 }] });
  expect(await mailed("password_reset")).toEqual([]);
  expect(await database().prisma.bulkJob.count({ where: { accountId: account.id } })).toBe(0);
});

test("partners sign in with MiAccess: neither mail goes to them", async () => {
  const { partner } = await anAccountInView();
  for (const operation of [sendWelcomeMails, resetPasswords]) {
    const result = await runOperation(operation, { resolved: await partner.at(partner.accountId), input: { selection: ALL } });
    expect(result).toMatchObject({ done: 0, skipped: [{ reason: "Signs in with MiAccess.", examples: ["Mara Lindqvist"] }] });
  }
});

test("more than a request takes are mailed by a job, once each, however often it runs", async () => {
  const { account, welcome } = await anAccountInView();
  await manyUsers(account.id, Array.from({ length: 1_100 }, () => ({})));
  expect(await welcome(ALL)).toMatchObject({ done: 0, inBackground: 1_100 });
  const { prisma } = database();
  const job = await prisma.bulkJob.findFirstOrThrow({ where: { accountId: account.id } });
  expect(job.status).toBe("working");
  const work = () => workOffUsers({ accountId: account.id, bulkJobId: job.id });
  await Promise.all([work(), work()]);
  const mails = await prisma.mailMessage.findMany({ where: { accountId: account.id, bulkJobId: job.id }, select: { userId: true } });
  expect(new Set(mails.map(({ userId }) => userId)).size).toBe(1_100);
  expect(mails).toHaveLength(1_100);
  // Over only when the mails themselves have gone out.
  expect(await prisma.bulkJob.findFirstOrThrow({ where: { id: job.id } })).toMatchObject({ status: "working", position: 1_100, done: 0 });
});

test("a repeated request with the same key sends nothing twice", async () => {
  const { partner, account, mailed } = await anAccountInView();
  await manyUsers(account.id, [{ email: "a@ballad.example" }]);
  const call = { resolved: await partner.at(account.id), input: { selection: ALL }, idempotencyKey: "once" };
  expect(await runOperation(sendWelcomeMails, call)).toEqual(await runOperation(sendWelcomeMails, call));
  expect(await mailed("welcome")).toEqual(["a@ballad.example"]);
});

test("a user may send neither, and a foreign account is not there", async () => {
  const { partner, account, mailed } = await anAccountInView();
  const user = await aSignedInUser(partner, account.id, "user");
  const stranger = await aPartner();
  const before = await mailed("welcome");
  for (const operation of [sendWelcomeMails, resetPasswords]) {
    await expect(runOperation(operation, { resolved: await user.at(account.id), input: { selection: ALL } })).rejects.toMatchObject({ code: "forbidden" });
    await expect(runOperation(operation, { resolved: await stranger.at(account.id), input: { selection: ALL } })).rejects.toMatchObject({ code: "not_found" });
    await expect(runOperation(operation, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [] } } })).rejects.toMatchObject({ code: "invalid" });
  }
  expect(await mailed("welcome")).toEqual(before);
});

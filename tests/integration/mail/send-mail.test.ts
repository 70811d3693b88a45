import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { pauseBeforeRetryMs, sendMail } from "#lib/mail/send-mail.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { getPasswordReset } from "#lib/registration/password-reset.ts";
import { getRegistration } from "#lib/registration/registration.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { resetPasswords } from "#lib/users/reset-passwords.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { startMailServer } from "#tests/builders/mail-server.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";

const { receivedBy, setFaults } = await startMailServer();

beforeEach(() => setFaults({}));

/** A new user, whose welcome mail is queued. */
async function aQueuedMail() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aUser(partner, account.id);
  const message = () => database().prisma.mailMessage.findFirstOrThrow({ where: { accountId: account.id, userId: user.id } });
  const job = { accountId: account.id, messageId: (await message()).id };
  return { partner, account, user, job, message };
}

/** The tries that the queue holds for a mail. */
async function queuedTries(messageId: string): Promise<{ start_after: Date }[]> {
  const { rows } = await database().pool.query<{ start_after: Date }>("select start_after from jobs.job where name = 'mail.send' and data->>'messageId' = $1 order by start_after", [messageId]);
  return rows;
}

// First, while no connection is open yet: a server that is away turns new ones down.
test("a mail server that is away costs nobody a mail, and the user's page says that it is tried again", async () => {
  const { partner, account, user, job, message } = await aQueuedMail();
  await setFaults({ outage: true });
  await sendMail(job);
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "queued", attempts: 2 });
  const details = await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: user.id } });
  expect(details.mails).toMatchObject([{ kind: "welcome", status: "queued", attempts: 2, error: expect.stringMatching(/./), sentAt: null }]);
  expect(pauseBeforeRetryMs(2)).toBe(2 * pauseBeforeRetryMs(1));
  expect(pauseBeforeRetryMs(100)).toBe(15 * 60_000);
});

test("WELCOME-02 the welcome mail leads to the registration page, as text and as HTML", async () => {
  const { user, job, message } = await aQueuedMail();
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "sent", attempts: 1, error: "" });
  const [received] = await receivedBy(user.email);
  expect(received).toMatchObject({ subject: "Welcome to Ballad Industries" });
  const token = /\/register\/([\w-]+)/.exec(received!.text!)![1]!;
  expect(received!.html).toContain(`/register/${token}`);
  expect(received!.html).toContain("Finish building your account");
  expect(await runOperation(getRegistration, { resolved: NOBODY, input: { token } })).toMatchObject({ state: "open", email: user.email });
});

test("USER-55 a registered user gets the mail with the link Reset Password at the registered address", async () => {
  const { partner, account, user } = await aQueuedMail();
  const { prisma } = database();
  await prisma.user.updateMany({ where: { id: user.id }, data: { registeredAt: new Date() } });
  await prisma.credential.create({ data: { accountId: account.id, userId: user.id, passwordHash: "hash" } });
  await runOperation(resetPasswords, { resolved: await partner.at(account.id), input: { selection: { mode: "all", filter: {}, except: [] } } });
  const mail = await prisma.mailMessage.findFirstOrThrow({ where: { accountId: account.id, kind: "password_reset" } });
  await sendMail({ accountId: account.id, messageId: mail.id });
  const [received] = await receivedBy(user.email);
  const [, token] = /\/reset-password\/([\w-]+)/.exec(received!.text!)!;
  expect(received!.html).toMatch(new RegExp(`<a href="[^"]*/reset-password/${token}"[^>]*>Reset Password</a>`));
  expect(await runOperation(getPasswordReset, { resolved: NOBODY, input: { token } })).toMatchObject({ state: "open", email: user.email });
});

test("a job that runs again sends nothing again", async () => {
  const { user, job } = await aQueuedMail();
  await sendMail(job);
  await sendMail(job);
  expect(await receivedBy(user.email)).toHaveLength(1);
});

test("a mail that is not taken for now (4xx) is tried again after a pause, and then goes out", async () => {
  const { user, job, message } = await aQueuedMail();
  await setFaults({ errorRate: 1 });
  const before = Date.now();
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "queued", attempts: 1, error: expect.stringContaining("451") });
  const tries = await queuedTries(job.messageId);
  expect(tries).toHaveLength(2);
  expect(tries[1]!.start_after.getTime()).toBeGreaterThanOrEqual(before + pauseBeforeRetryMs(1) - 1_000);
  await setFaults({});
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "sent", attempts: 2, error: "" });
  expect(await receivedBy(user.email)).toHaveLength(1);
});

test("an address that is refused for good (5xx) is given up, and the user's page says why", async () => {
  const { partner, account, user, job, message } = await aQueuedMail();
  await setFaults({ rejectRecipients: [user.email] });
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "failed", attempts: 1 });
  expect(await queuedTries(job.messageId)).toHaveLength(1);
  const details = await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: user.id } });
  expect(details.mails).toMatchObject([{ kind: "welcome", recipient: user.email, status: "failed", error: expect.stringContaining("No such mailbox") }]);
});

test("a mail whose answer was lost may come twice, and then with the same Message-ID", async () => {
  const { user, job, message } = await aQueuedMail();
  await setFaults({ dropAfterCommit: 1 });
  await sendMail(job);
  expect(await message()).toMatchObject({ status: "queued", attempts: 1 });
  await sendMail(job);
  const received = await receivedBy(user.email);
  expect(received).toHaveLength(2);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
});

test("two workers with the same mail count it once", async () => {
  const { partner, account } = await aQueuedMail();
  await aUser(partner, account.id);
  await runOperation(sendWelcomeMails, { resolved: await partner.at(account.id), input: { selection: { mode: "all", filter: {}, except: [] } } });
  const mail = await database().prisma.mailMessage.findFirstOrThrow({ where: { accountId: account.id, bulkJobId: { not: null } } });
  await Promise.all([1, 2].map(() => sendMail({ accountId: account.id, messageId: mail.id })));
  expect(await database().prisma.bulkJob.findFirstOrThrow({ where: { id: mail.bulkJobId! } })).toMatchObject({ status: "working", total: 2, done: 1, failed: 0 });
});

test("when a batch is through the bell says how many went and names every failure with its reason", async () => {
  const { partner, account, user } = await aQueuedMail();
  const refused = await aUser(partner, account.id, { firstName: "Eva", email: "gone@ballad.example" });
  await setFaults({ rejectRecipients: ["gone@ballad.example"] });
  await runOperation(sendWelcomeMails, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [user.id, refused.id] } } });
  const { prisma } = database();
  const mails = await prisma.mailMessage.findMany({ where: { accountId: account.id, bulkJobId: { not: null } } });
  const told = () => prisma.notification.findMany({ where: { accountId: partner.accountId, title: "Welcome e-mails" } });
  await sendMail({ accountId: account.id, messageId: mails[0]!.id });
  expect(await told()).toEqual([]);
  await sendMail({ accountId: account.id, messageId: mails[1]!.id });
  expect(await told()).toMatchObject([
    { status: "failed", body: "1 sent, 1 could not be delivered.", link: "", details: { "gone@ballad.example": expect.stringContaining("No such mailbox") } },
  ]);
});

test("a mail to somebody who was deleted meanwhile is not sent", async () => {
  const { partner, account, user, job } = await aQueuedMail();
  await runOperation(deleteUsers, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [user.id] } } });
  await sendMail(job);
  expect(await receivedBy(user.email)).toEqual([]);
  expect(await database().prisma.mailMessage.findFirstOrThrow({ where: { id: job.messageId } })).toMatchObject({ status: "failed" });
});

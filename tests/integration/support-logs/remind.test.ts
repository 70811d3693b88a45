import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { updateAccount } from "#lib/accounts/update-account.ts";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startMail } from "#lib/simulators/mail/start.ts";
import { remindOfOpenLogs } from "#lib/support-logs/remind.ts";
import { updateSupportLog } from "#lib/support-logs/update-support-log.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { anAccountWithReporter, logNow, report } from "#tests/builders/support-logs.ts";

const DAY_MS = 86_400_000;
const dataDir = await mkdtemp(join(tmpdir(), "mail-"));
const server = await startMail({ host: "127.0.0.1", smtpPort: 0, httpPort: 0, dataDir });
process.env["SMTP_URL"] = server.smtpUrl;
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

type Message = { recipients: string[]; subject: string; text: string; html: string };

/** What came to an address about open logs, after the queue was worked off. */
async function mailsTo(address: string, subject: string): Promise<Message[]> {
  await workOff(["mail.send"], { evenLater: true });
  const listed = (await (await fetch(`${server.url}/api/messages?${new URLSearchParams({ to: address, subject })}`)).json()) as { messages: { id: number }[] };
  return Promise.all(listed.messages.map(async ({ id }) => (await (await fetch(`${server.url}/api/messages/${id}`)).json()) as Message));
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const remindersTo = (address: string) => mailsTo(address, "Reminder");

/** An open log of an account with two support contacts of its own. */
async function anOpenLog() {
  const people = await anAccountWithReporter();
  const { partner, account, user } = people;
  const contacts = [`a-${account.id}@partner.example`, `b-${account.id}@partner.example`] as const;
  await runOperation(updateAccount, { resolved: await partner.at(account.id), input: { version: account.version, supportContacts: [{ email: contacts[0], name: "Mara" }, { email: contacts[1] }] } });
  const { id } = await report(user, account.id);
  const setState = async (state: string) => {
    const { version } = await logNow(partner, account.id, id);
    await runOperation(updateSupportLog, { resolved: await partner.at(account.id), input: { logId: id, version, state } });
  };
  return { ...people, id, contacts, setState };
}

test("SUPCON-03 INFO-13 every support contact is told of a reported issue, in HTML and as text", async () => {
  const { account, user, id, contacts } = await anOpenLog();
  for (const address of contacts) {
    const [mail, ...more] = await mailsTo(address, "reported an issue");
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "Ballad Industries reported an issue with Mitel One Web" });
    for (const body of [mail!.text, mail!.html]) {
      for (const part of ["Support log 22 - feedback", "feed back for two.", user.user.email, `/accounts/${account.id}/support/logs/${id}`]) expect(body).toContain(part);
    }
  }
});

test("SUPCON-04 nobody but the support contacts gets a mail about it", async () => {
  const { account, contacts } = await anOpenLog();
  const mails = await database().prisma.mailMessage.findMany({ where: { accountId: account.id, supportLogId: { not: null } } });
  expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([...contacts]);
});

test("LOGS-25 while a log is open every contact is reminded each seven days, and no more often however often the job runs", async () => {
  const { account, id, contacts } = await anOpenLog();
  await remindOfOpenLogs(inDays(6.9));
  expect(await remindersTo(contacts[0])).toEqual([]);
  await Promise.all([remindOfOpenLogs(inDays(7.1)), remindOfOpenLogs(inDays(7.1))]);
  await remindOfOpenLogs(inDays(7.2));
  for (const address of contacts) {
    const mails = await remindersTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: "Reminder: an issue of Ballad Industries with Mitel One Web is still open" });
    for (const body of [mails[0]!.text, mails[0]!.html]) {
      expect(body).toContain("Ballad Industries may still have this issue with Mitel One Web: Support log 22 - feedback");
      expect(body).toContain(`/accounts/${account.id}/support/logs/${id}`);
    }
  }
  expect((await remindersTo(contacts[0]))[0]!.text).toContain("Hello Mara,");
  await remindOfOpenLogs(inDays(14.2));
  expect(await remindersTo(contacts[0])).toHaveLength(2);
  expect(await eventsOf(account.id, "support-logs.remind")).toMatchObject([{ action: "Send", assetId: id, actorName: "Support reminders", origin: "system", details: { recipients: 2 } }, { assetId: id }]);
});

test.each(["reported", "resolved"])("LOGS-25 the reminders stop when the log is %s, also one that waits to be sent, and begin anew when it is open again", async (state) => {
  const { contacts, setState } = await anOpenLog();
  await remindOfOpenLogs(inDays(8));
  await setState(state);
  expect(await remindersTo(contacts[0])).toEqual([]);
  await remindOfOpenLogs(inDays(100));
  expect(await remindersTo(contacts[0])).toEqual([]);
  await setState("open");
  await remindOfOpenLogs(inDays(6.9));
  expect(await remindersTo(contacts[0])).toEqual([]);
  await remindOfOpenLogs(inDays(7.1));
  expect(await remindersTo(contacts[0])).toHaveLength(1);
});

test("who is no support contact any more gets nothing that was queued before", async () => {
  const { partner, account, contacts } = await anOpenLog();
  await remindOfOpenLogs(inDays(8));
  const { version } = await database().prisma.account.findUniqueOrThrow({ where: { id: account.id } });
  await runOperation(updateAccount, { resolved: await partner.at(account.id), input: { version, supportContacts: [{ email: contacts[1] }] } });
  expect(await remindersTo(contacts[0])).toEqual([]);
  expect(await remindersTo(contacts[1])).toHaveLength(1);
  expect(await database().prisma.mailMessage.findFirstOrThrow({ where: { accountId: account.id, recipient: contacts[0], kind: "support_log_reminder" } })).toMatchObject({ status: "failed", error: expect.stringContaining("support contacts") });
});

test("of a deactivated account nobody is reminded", async () => {
  const { partner, account, contacts } = await anOpenLog();
  await runOperation(deactivateAccount, { resolved: await partner.at(account.id), input: { word: "deactivate" } });
  await remindOfOpenLogs(inDays(8));
  expect(await remindersTo(contacts[0])).toEqual([]);
});

test("more logs than one transaction takes are all reminded of, in sets", async () => {
  const { account, id, contacts } = await anOpenLog();
  const { prisma } = database();
  const { userDetails: _, deviceDetails: __, ...fields } = await prisma.supportLog.findFirstOrThrow({ where: { id } });
  await prisma.supportLog.createMany({ data: Array.from({ length: 1_000 }, () => ({ ...fields, id: newId() })) });
  expect(await countQueries(() => remindOfOpenLogs(inDays(8)))).toBeLessThan(30);
  const mails = await prisma.mailMessage.findMany({ where: { accountId: account.id, kind: "support_log_reminder", recipient: contacts[0] }, select: { supportLogId: true } });
  expect(new Set(mails.map(({ supportLogId }) => supportLogId)).size).toBe(1_001);
  expect(mails).toHaveLength(1_001);
});

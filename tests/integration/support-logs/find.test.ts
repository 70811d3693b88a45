import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { exportSupportLogs } from "#lib/support-logs/export-support-logs.ts";
import { findSupportLogs } from "#lib/support-logs/find-support-logs.ts";
import { getSupportLog } from "#lib/support-logs/get-support-log.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { anAccount, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { anAccountWithReporter, report } from "#tests/builders/support-logs.ts";

async function find(person: SignedIn, accountId: string, input: object = {}) {
  return runOperation(findSupportLogs, { resolved: await person.at(accountId), input });
}

async function titles(person: SignedIn, accountId: string, input: object = {}): Promise<string[]> {
  return (await find(person, accountId, input)).items.map(({ title }) => title);
}

const age = (id: string, days: number) => database().prisma.supportLog.updateMany({ where: { id }, data: { createdAt: new Date(Date.now() - days * 86_400_000) } });

test("LOGS-01 partner and account admin see the logs of an account and of no other, a user none", async () => {
  const { partner, account, admin, user } = await anAccountWithReporter();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const foreigner = await aSignedInUser(partner, sibling.id, "user");
  const { id } = await report(user, account.id);
  const { id: foreign } = await report(foreigner, sibling.id, { title: "Elsewhere" });
  for (const person of [partner, admin]) {
    expect(await titles(person, account.id)).toEqual(["Support log 22 - feedback"]);
    await expect(runOperation(getSupportLog, { resolved: await person.at(account.id), input: { logId: id } })).resolves.toMatchObject({ id });
    await expect(runOperation(getSupportLog, { resolved: await person.at(account.id), input: { logId: foreign } })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(find(admin, sibling.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(find(user, account.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(runOperation(getSupportLog, { resolved: await user.at(account.id), input: { logId: id } })).rejects.toMatchObject({ code: "forbidden" });
});

test("LOGS-06 LOGS-07 a search finds by title, in any case, and by nothing else", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  await report(user, account.id, { title: "Support log 4444 - feedback", description: "mobile" });
  await report(user, account.id, { title: "No sound, 100% silent", topic: "4444", product: "Mitel One Mobile", platform: "ios" });
  expect(await titles(partner, account.id, { search: "LOG 4444" })).toEqual(["Support log 4444 - feedback"]);
  expect(await titles(partner, account.id, { search: "100%" })).toEqual(["No sound, 100% silent"]);
  const year = String(new Date().getFullYear());
  for (const search of ["Mobile", user.user.email, user.user.email.split("@")[1], year, "open"]) expect(await titles(partner, account.id, { search }), search).toEqual([]);
});

test("LOGS-08 LOGS-10 without a filter all logs are listed, newest first; with one those of the application or of the state", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  for (const [title, product] of [["a", "Mitel One Web"], ["b", "Mitel One Mobile"], ["c", "MiCollab"]] as const) {
    const { id } = await report(user, account.id, { title, product, platform: "ios" });
    await age(id, { a: 3, b: 2, c: 1 }[title]);
  }
  await database().prisma.supportLog.updateMany({ where: { accountId: account.id, title: "b" }, data: { state: "resolved", remindAt: null } });
  expect(await titles(partner, account.id)).toEqual(["c", "b", "a"]);
  expect(await titles(partner, account.id, { product: "Mitel One Web" })).toEqual(["a"]);
  expect(await titles(partner, account.id, { state: "open", sort: "created" })).toEqual(["a", "c"]);
  expect(await titles(partner, account.id, { state: "resolved" })).toEqual(["b"]);
  expect(await titles(partner, account.id, { state: "reported" })).toEqual([]);
  for (const state of ["closed", "Open"]) await expect(find(partner, account.id, { state })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "state" }] });
  expect(await find(partner, account.id, { state: "open", product: "MiCollab" })).toMatchObject({ total: 1, totalIsExact: true });
});

test("LOGS-09 the choices of the filter are the applications of the past 60 days, whatever is listed", async () => {
  const { partner, account, admin, user } = await anAccountWithReporter();
  expect((await find(partner, account.id)).products).toEqual([]);
  const old = await report(user, account.id, { product: "MiCollab" });
  await age(old.id, 61);
  const recent = await report(user, account.id, { product: "MiTeam Meetings" });
  await age(recent.id, 59);
  await report(user, account.id);
  await report(user, account.id);
  expect((await find(admin, account.id, { search: "nothing has this" })).products).toEqual(["MiTeam Meetings", "Mitel One Web"]);
  expect((await find(partner, account.id, { product: "MiCollab" })).items).toHaveLength(1);
});

test("every column sorts both ways, and pages by key hold every log once", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  for (const title of ["delta", "Alpha", "charlie", "Bravo", "echo"]) await report(user, account.id, { title });
  expect(await titles(partner, account.id, { sort: "title" })).toEqual(["Alpha", "Bravo", "charlie", "delta", "echo"]);
  for (const sort of ["product", "created", "reporter", "title", "state"]) {
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page = await find(partner, account.id, { sort, size: 2, ...(after && { after }) });
      walked.push(...page.items.map(({ title }) => title));
      after = page.next;
    } while (after);
    expect(walked.toSorted(), sort).toEqual(["Alpha", "Bravo", "charlie", "delta", "echo"]);
    expect(await titles(partner, account.id, { sort: `-${sort}` }), sort).toEqual(walked.toReversed());
  }
  await expect(find(partner, account.id, { sort: "notes" })).rejects.toMatchObject({ code: "invalid" });
});

test("the list is two queries, and a log one", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id);
  const resolved = await partner.at(account.id);
  expect(await countQueries(() => runOperation(findSupportLogs, { resolved, input: {} }))).toBe(2);
  expect(await countQueries(() => runOperation(getSupportLog, { resolved, input: { logId: id } }))).toBe(1);
});

test.each(["csv", "xlsx"] as const)("a %s file holds the list as it stands, and nothing that runs", async (format) => {
  const { partner, account, admin, user } = await anAccountWithReporter();
  await report(user, account.id, { title: "=cmd|' /C calc'!A1" });
  await report(user, account.id, { title: "another", product: "MiCollab" });
  const file = await runOperation(exportSupportLogs, { resolved: await partner.at(account.id), input: { format, product: "Mitel One Web", columns: "title,state,unknown,created", timeZone: "Europe/Berlin" } });
  expect(file.fileName).toMatch(new RegExp(String.raw`^Support Logs of Ballad Industries \d{4}-\d\d-\d\d\.${format}$`));
  const content = await readSpreadsheet(await buffer(Readable.from(file.body as AsyncIterable<Uint8Array>)), file.fileName);
  if ("refused" in content) throw new Error(content.message);
  expect(content.header).toEqual(["LOG TITLE", "STATE", "DATE & TIME"]);
  expect(content.rows.map(({ cells }) => cells)).toEqual([["=cmd|' /C calc'!A1", "Open", expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0[12]:00$/)]]);
  await expect(runOperation(exportSupportLogs, { resolved: await admin.at(account.id), input: { format } })).resolves.toMatchObject({ fileName: expect.any(String) });
  await expect(runOperation(exportSupportLogs, { resolved: await user.at(account.id), input: { format } })).rejects.toMatchObject({ code: "forbidden" });
});

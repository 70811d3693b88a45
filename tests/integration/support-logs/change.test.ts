import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findSupportLogs } from "#lib/support-logs/find-support-logs.ts";
import { updateSupportLog } from "#lib/support-logs/update-support-log.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { anAccountWithReporter, logNow, report } from "#tests/builders/support-logs.ts";

async function change(person: SignedIn, accountId: string, logId: string, input: object) {
  return runOperation(updateSupportLog, { resolved: await person.at(accountId), input: { logId, version: 1, ...input } });
}

async function aLog() {
  const people = await anAccountWithReporter();
  const { id } = await report(people.user, people.account.id);
  return { ...people, id };
}

test("LOGS-27 LOGS-30 a partner changes status and notes; both are kept, the list shows the state, and the history who did it", async () => {
  const { partner, account, id } = await aLog();
  const changed = await change(partner, account.id, id, { state: "reported", notes: "Ticket: #1920\nOpen Issue" });
  expect(changed).toMatchObject({ state: "reported", notes: "Ticket: #1920\nOpen Issue", version: 2, modifiedBy: "Mara Lindqvist" });
  expect(await logNow(partner, account.id, id)).toEqual(changed);
  const { items } = await runOperation(findSupportLogs, { resolved: await partner.at(account.id), input: {} });
  expect(items).toMatchObject([{ id, state: "reported" }]);
  expect(await eventsOf(account.id, "support-logs.update")).toMatchObject([
    { action: "Edit", assetKind: "support_log", assetId: id, actorName: "Mara Lindqvist", changes: [{ property: "state", before: "open", after: "reported" }, { property: "notes", before: "", after: "Ticket: #1920\nOpen Issue" }] },
  ]);
});

test("LOGS-26 LOGS-28 every status can follow every other, Open to Resolved and Reported to Resolved among them", async () => {
  const { partner, account, id } = await aLog();
  let version = 1;
  for (const state of ["resolved", "open", "reported", "resolved", "reported", "open"]) {
    expect(await change(partner, account.id, id, { version, state })).toMatchObject({ state, version: ++version });
  }
  await expect(change(partner, account.id, id, { version, state: "closed" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "state" }] });
  await expect(change(partner, account.id, id, { version, notes: "x".repeat(10_001) })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "notes" }] });
  expect(await eventsOf(account.id, "support-logs.update")).toHaveLength(6);
});

test("LOGS-29 an account admin sees status and notes and changes neither; nor does a user, nor another partner", async () => {
  const { partner, account, admin, user, id } = await aLog();
  await change(partner, account.id, id, { state: "reported", notes: "Ticket: #1920" });
  expect(await logNow(admin, account.id, id)).toMatchObject({ state: "reported", notes: "Ticket: #1920" });
  await expect(change(admin, account.id, id, { version: 2, state: "open" })).rejects.toMatchObject({ code: "forbidden", message: "Only a Partner can change the status and the notes of a support log." });
  await expect(change(admin, account.id, id, { version: 2, notes: "mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(change(user, account.id, id, { version: 2, state: "open" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(change(await aPartner(), account.id, id, { version: 2, state: "open" })).rejects.toMatchObject({ code: "not_found" });
  expect(await logNow(partner, account.id, id)).toMatchObject({ state: "reported", notes: "Ticket: #1920", version: 2 });
  expect(await eventsOf(account.id, "support-logs.update")).toHaveLength(1);
});

test("of two partners who save at once the second is told who was first, and overwrites nothing", async () => {
  const { partner, account, id } = await aLog();
  await change(partner, account.id, id, { notes: "first" });
  await expect(change(partner, account.id, id, { notes: "second" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Mara Lindqvist changed this support log meanwhile") });
  expect(await logNow(partner, account.id, id)).toMatchObject({ notes: "first", version: 2 });
});

test("the log of another account is not found, and what is not changed leaves no event and no version", async () => {
  const { partner, account, id } = await aLog();
  const other = await aLog();
  await expect(change(partner, account.id, other.id, { state: "resolved" })).rejects.toMatchObject({ code: "not_found" });
  await expect(change(partner, account.id, id, { state: "open", notes: "" })).resolves.toMatchObject({ version: 1 });
  expect(await eventsOf(account.id, "support-logs.update")).toEqual([]);
  expect(await database().prisma.supportLog.findFirstOrThrow({ where: { id: other.id } })).toMatchObject({ state: "open", version: 1 });
});

import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { convertToManagers } from "#lib/account-managers/change-kind.ts";
import { assignManagedAccounts, unassignManagedAccounts } from "#lib/account-managers/change-managed-accounts.ts";
import { database } from "#lib/db/client.ts";
import { publish } from "#lib/live/publish.ts";
import { HEARTBEAT_MS, openStream } from "#lib/live/stream.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { signOut } from "#lib/sessions/sign-out.ts";
import { aBillingSystem, anOrder } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aColleague } from "#tests/builders/roles.ts";

afterEach(() => void vi.useRealTimers());

type Event = { event: string; data: Record<string, unknown> };

/** A person's open stream: `next` gives the next event, or null at the end of the stream. */
async function anOpenStream(person: SignedIn, accountId: string | null = null) {
  const page = new AbortController();
  onTestFinished(() => page.abort());
  const stream = await openStream({ sessionToken: person.sessionToken }, accountId, page.signal);
  const reader = stream!.getReader();
  const decoder = new TextDecoder();
  const next = async (): Promise<Event | null> => {
    const { value, done } = await reader.read();
    if (done) return null;
    const [, event, data] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(decoder.decode(value)) ?? [];
    return event ? { event, data: JSON.parse(data!) as Record<string, unknown> } : next();
  };
  expect(await next()).toEqual({ event: "ready", data: {} });
  return { next, page };
}

/** The next event but for "Account added": what was done just before the stream was open may be told on it too. */
async function nextNews(next: () => Promise<Event | null>): Promise<Event | null> {
  const event = await next();
  return event?.data["title"] === "Account added" ? nextNews(next) : event;
}

async function tell(person: { accountId: string; userId: string }, title: string): Promise<void> {
  await database().prisma.$transaction((db) => notificationWriter(db, new Date())({ to: person, status: "completed", title }));
}

async function idsOf(person: SignedIn): Promise<{ accountId: string; userId: string }> {
  const { actor } = await person.at(null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  return actor;
}

test("NOTIF-02 a notification is on the open page of its person once it has committed, and on nobody else's", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  const mine = await anOpenStream(partner);
  const theirs = await anOpenStream(admin);
  const me = await idsOf(partner);
  await tell(me, "For the partner");
  await tell(await idsOf(admin), "For the admin");
  expect(await nextNews(mine.next)).toMatchObject({ event: "notification", data: { title: "For the partner", status: "completed" } });
  expect(await theirs.next()).toMatchObject({ event: "notification", data: { title: "For the admin" } });
});

test("what is rolled back was never said", async () => {
  const partner = await aPartner();
  const me = await idsOf(partner);
  const { next } = await anOpenStream(partner);
  const failing = database().prisma.$transaction(async (db) => {
    await notificationWriter(db, new Date())({ to: me, status: "completed", title: "Never happened" });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await tell(me, "Happened");
  expect(await next()).toMatchObject({ data: { title: "Happened" } });
});

test("a page hears of changes in the account it shows, and of no other account", async () => {
  const partner = await aPartner();
  const [shown, other] = [await anAccount(partner), await anAccount(partner, { name: "Harbor Clinic" })];
  const { next } = await anOpenStream(partner, shown.id);
  const { prisma } = database();
  await publish(prisma, { channel: "account", accountId: other.id, topic: "users" });
  await publish(prisma, { channel: "account", accountId: shown.id, topic: "runs" });
  expect(await nextNews(next)).toEqual({ event: "change", data: { topic: "runs" } });
});

test("at Partner level a page hears of orders that come in, and of no customer account; another partner's page does not", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner);
  const stranger = await aPartner();
  const [mine, theirs] = [await anOpenStream(partner), await anOpenStream(stranger)];
  await publish(database().prisma, { channel: "account", accountId: account.id, topic: "users" });
  await anOrder(partner, billing);
  expect(await nextNews(mine.next)).toEqual({ event: "change", data: { topic: "orders" } });
  await tell(await idsOf(stranger), "The next thing heard");
  expect(await theirs.next()).toMatchObject({ event: "notification", data: { title: "The next thing heard" } });
});

test("an account that is not the person's to see says nothing to them", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const stranger = await aPartner();
  const { next } = await anOpenStream(stranger, account.id);
  await publish(database().prisma, { channel: "account", accountId: account.id, topic: "users" });
  await tell(await idsOf(stranger), "The next thing heard");
  expect(await next()).toMatchObject({ event: "notification", data: { title: "The next thing heard" } });
});

test("nobody signed in gets no stream", async () => {
  expect(await openStream({}, null, new AbortController().signal)).toBeUndefined();
  expect(await openStream({ sessionToken: "made up" }, null, new AbortController().signal)).toBeUndefined();
});

test("the stream ends with the session", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const partner = await aPartner();
  const { next } = await anOpenStream(partner);
  await runOperation(signOut, { resolved: await partner.at(null), input: {} });
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(await next()).toBeNull();
});

test("the stream ends when the account of its person is deactivated", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  const { next } = await anOpenStream(admin, account.id);
  await runOperation(deactivateAccount, { resolved: await partner.at(account.id), input: { word: "deactivate" } });
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(await next()).toBeNull();
});

test("the stream goes on past the heartbeat while the person is signed in", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const partner = await aPartner();
  const me = await idsOf(partner);
  const { next } = await anOpenStream(partner);
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  await tell(me, "Still there");
  expect(await next()).toMatchObject({ data: { title: "Still there" } });
});

test("after a break of the connection to the database, streams end so that their pages ask for what they missed", async () => {
  const partner = await aPartner();
  const { next } = await anOpenStream(partner);
  const { rows } = await database().pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal live' and datname = current_database()");
  expect(rows).toHaveLength(1);
  expect(await next()).toBeNull();
  const again = await anOpenStream(partner);
  await tell(await idsOf(partner), "Back");
  expect(await again.next()).toMatchObject({ data: { title: "Back" } });
});

test("a page that goes away is forgotten", async () => {
  const partner = await aPartner();
  const { next, page } = await anOpenStream(partner);
  page.abort();
  expect(await next()).toBeNull();
});

test("AMGR-08 the stream of an account ends at once when the account is taken from its account manager", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const manager = await aColleague(partner);
  const people = { managerIds: [manager.userId], accounts: { mode: "some" as const, ids: [account.id] } };
  await runOperation(convertToManagers, { resolved: await partner.at(null), input: { userIds: [manager.userId] } });
  await runOperation(assignManagedAccounts, { resolved: await partner.at(null), input: people });
  const { next } = await anOpenStream(manager, account.id);
  await runOperation(unassignManagedAccounts, { resolved: await partner.at(null), input: people });
  expect(await next()).toBeNull();
});

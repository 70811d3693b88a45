import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { convertToManagers } from "#lib/account-managers/change-kind.ts";
import { assignManagedAccounts, unassignManagedAccounts } from "#lib/account-managers/change-managed-accounts.ts";
import { database } from "#lib/db/client.ts";
import { publish } from "#lib/live/publish.ts";
import { HEARTBEAT_MS, openStream } from "#lib/live/stream.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { endSessions } from "#lib/me/sessions.ts";
import { completePasswordReset } from "#lib/registration/password-reset.ts";
import { signOut } from "#lib/sessions/sign-out.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { addUser } from "#lib/users/add-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { aBillingSystem, anOrder } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aLink } from "#tests/builders/registered.ts";
import { aColleague } from "#tests/builders/roles.ts";

afterEach(() => void vi.useRealTimers());

type Event = { event: string; data: Record<string, unknown> };

/** A person's open stream: `next` gives the next event, or null at the end of the stream. */
async function anOpenStream(person: SignedIn, accountId: string | null = null, since?: number) {
  const page = new AbortController();
  onTestFinished(() => page.abort());
  const stream = await openStream({ sessionToken: person.sessionToken }, accountId, page.signal, since);
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

async function tell(person: { accountId: string; userId: string }, title: string, link = ""): Promise<void> {
  await database().prisma.$transaction((db) => notificationWriter(db, new Date())({ to: person, status: "completed", title, link }));
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

test("who is added, changed or deleted by hand is told of on the open pages of the account", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  const { next } = await anOpenStream(admin, account.id);
  const told = { event: "change", data: { topic: "users" } };
  const at = { resolved: await partner.at(account.id) };
  const { id: userId, version } = await runOperation(addUser, { ...at, input: { firstName: "Emeka", lastName: "Nwosu", email: "emeka@ballad.example" } });
  expect(await next()).toEqual(told);
  await runOperation(updateUser, { ...at, input: { userId, version, lastName: "Nwosu-Hall" } });
  expect(await next()).toEqual(told);
  await runOperation(deleteUsers, { ...at, input: { selection: { mode: "some", ids: [userId] } } });
  expect(await next()).toEqual(told);
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

test("pains 17: what has changed between the making of a page and the opening of its stream is told as it opens, and nothing older", async () => {
  const partner = await aPartner();
  const [account, other] = [await anAccount(partner), await anAccount(partner)];
  const { next: earlier } = await anOpenStream(partner, account.id);
  const madeAt = Date.now();
  await publish(database().prisma, { channel: "account", accountId: other.id, topic: "roles" });
  await publish(database().prisma, { channel: "account", accountId: account.id, topic: "gateways" });
  while ((await earlier())?.data["topic"] !== "gateways") continue;
  const { next } = await anOpenStream(partner, account.id, madeAt);
  expect(await next()).toEqual({ event: "change", data: { topic: "gateways" } });
  const { next: later } = await anOpenStream(partner, account.id, Date.now() + 60_000);
  await tell(await idsOf(partner), "The next thing heard");
  expect(await nextNews(later)).toMatchObject({ event: "notification", data: { title: "The next thing heard" } });
  expect(await nextNews(next)).toMatchObject({ event: "notification", data: { title: "The next thing heard" } });
});

test("nobody signed in gets no stream", async () => {
  expect(await openStream({}, null, new AbortController().signal)).toBeUndefined();
  expect(await openStream({ sessionToken: "made up" }, null, new AbortController().signal)).toBeUndefined();
});

type Admin = Awaited<ReturnType<typeof aSignedInUser>>;
type Ending = { admin: Admin; partner: SignedIn; accountId: string };

/** How a session ends, each by another door. */
const ENDINGS: [name: string, end: (ending: Ending) => Promise<unknown>][] = [
  ["signing out", async ({ admin }) => runOperation(signOut, { resolved: await admin.at(null), input: {} })],
  ["signing out everywhere", async ({ admin }) => runOperation(endSessions, { resolved: await admin.at(null), input: {} })],
  ["a reset of the password", async ({ admin, accountId }) => runOperation(completePasswordReset, { resolved: NOBODY, input: { token: await aLink(accountId, admin.user.id, "password_reset"), password: "a loud harbour at noon" } })],
  ["deletion of the user", async ({ admin, partner, accountId }) => runOperation(deleteUsers, { resolved: await partner.at(accountId), input: { selection: { mode: "some", ids: [admin.user.id] } } })],
  ["deactivation of the account", async ({ partner, accountId }) => runOperation(deactivateAccount, { resolved: await partner.at(accountId), input: { word: "deactivate" } })],
];

test.each(ENDINGS)("the stream ends at once, and for good, with a session that ends by %s", async (_, end) => {
  // No heartbeat comes to help.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner);
  const admin = await aSignedInUser(partner, accountId);
  const colleague = await anOpenStream(partner, accountId);
  const { next } = await anOpenStream(admin, accountId);
  await end({ admin, partner, accountId });
  expect(await pastChanges(next)).toBeNull();
  expect(await openStream({ sessionToken: admin.sessionToken }, accountId, new AbortController().signal)).toBeUndefined();
  await tell(await idsOf(partner), "The partner goes on");
  await vi.waitFor(async () => expect(await colleague.next()).toMatchObject({ data: { title: "The partner goes on" } }));
});

/** What comes after "something changed", which may still be told of what the test has prepared. */
async function pastChanges(next: () => Promise<Event | null>): Promise<Event | null> {
  const event = await next();
  return event?.event === "change" ? pastChanges(next) : event;
}

test("the stream ends with a session of which nobody told that it is over", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const partner = await aPartner();
  const { next } = await anOpenStream(partner);
  await database().prisma.session.updateMany({ where: { accountId: (await idsOf(partner)).accountId }, data: { expiresAt: new Date(Date.now() - 1) } });
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(await next()).toBeNull();
});

test("AMGR-08 an account manager hears nothing of an account that is not assigned to them", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const manager = await aColleague(partner);
  const { next: before } = await anOpenStream(manager);
  await runOperation(convertToManagers, { resolved: await partner.at(null), input: { userIds: [manager.userId] } });
  // What they see is another now, so their pages open their streams anew.
  expect(await pastChanges(before)).toBeNull();
  const { next } = await anOpenStream(manager);
  const to = await idsOf(manager);
  await database().prisma.$transaction((db) => notificationWriter(db, new Date())({ to, status: "completed", title: "Of an account of others", link: `/accounts/${account.id}/users` }));
  await tell(to, "For the manager");
  expect(await next()).toMatchObject({ data: { title: "For the manager" } });
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

test("AMGR-08 NOTIF-02 what becomes of an account that was taken from its account manager is not on their page", async () => {
  const partner = await aPartner();
  const [kept, taken] = [await anAccount(partner), await anAccount(partner, { name: "Harbor Clinic" })];
  const manager = await aColleague(partner);
  const { accountId, userId } = manager;
  // Past the operations, which would end the stream.
  await database().prisma.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { accountManager: true } });
  await database().prisma.managedAccount.create({ data: { accountId, userId, managedAccountId: kept.id } });
  const { next } = await anOpenStream(manager);
  await tell(manager, "Import of Harbor Clinic done", `/accounts/${taken.id}/users`);
  await tell(manager, "Import done", `/accounts/${kept.id}/users`);
  expect(await next()).toMatchObject({ event: "notification", data: { title: "Import done" } });
});

test("an address that is of no account is as one of an account that is somebody else's", async () => {
  const partner = await aPartner();
  const { next } = await anOpenStream(partner, "'");
  await tell(await idsOf(partner), "Heard all the same");
  expect(await next()).toMatchObject({ data: { title: "Heard all the same" } });
});

import { expect, test } from "vitest";
import { hashToken } from "#lib/crypto/token.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { HANDLERS } from "#lib/jobs/handlers.ts";
import { addApiKey } from "#lib/me/api-keys.ts";
import { endSession, endSessions, findSessions } from "#lib/me/sessions.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aRegisteredUser, eventsOf, isSignedIn, signedInWithPassword } from "#tests/builders/registered.ts";

async function sessionsOf(person: SignedIn) {
  return (await runOperation(findSessions, { resolved: await person.at(null), input: {} })).items;
}

async function someoneTwice() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  const colleague = await aRegisteredUser(partner, account.id);
  return { account, here: await signedInWithPassword(user.email), there: await signedInWithPassword(user.email), colleague: await signedInWithPassword(colleague.email) };
}

test("lists the own sessions, newest first, and marks the one that asks; expired ones are gone", async () => {
  const { account, here, there } = await someoneTwice();
  expect((await sessionsOf(here)).map(({ current }) => current)).toEqual([false, true]);
  expect((await sessionsOf(there)).map(({ current }) => current)).toEqual([true, false]);
  const [, first] = await sessionsOf(there);
  await database().prisma.session.update({ where: { accountId_id: { accountId: account.id, id: first!.id } }, data: { expiresAt: new Date(0) } });
  expect(await sessionsOf(there)).toHaveLength(1);
});

test("one session can be ended from another, with an event", async () => {
  const { account, here, there } = await someoneTwice();
  const other = (await sessionsOf(here)).find(({ current }) => !current)!;
  await runOperation(endSession, { resolved: await here.at(null), input: { sessionId: other.id } });
  expect([await isSignedIn(here.sessionToken), await isSignedIn(there.sessionToken)]).toEqual([true, false]);
  expect(await eventsOf(account.id, "me.end-session")).toMatchObject([{ action: "Sign out", assetId: other.id }]);
});

test("somebody else's session does not exist", async () => {
  const { here, colleague } = await someoneTwice();
  const [foreign] = await sessionsOf(colleague);
  await expect(runOperation(endSession, { resolved: await here.at(null), input: { sessionId: foreign!.id } })).rejects.toMatchObject({ code: "not_found" });
  expect(await isSignedIn(colleague.sessionToken)).toBe(true);
});

test("signing out everywhere ends every own session, the one that asks too, and nobody else's; keys for scripts stay", async () => {
  const { account, here, there, colleague } = await someoneTwice();
  const { key } = await runOperation(addApiKey, { resolved: await here.at(null), input: { name: "script" } });
  expect(await runOperation(endSessions, { resolved: await here.at(null), input: {} })).toEqual({ ended: 2 });
  expect(await Promise.all([here, there, colleague].map(({ sessionToken }) => isSignedIn(sessionToken)))).toEqual([false, false, true]);
  expect((await resolveActor({ apiKey: key }, null)).actor.kind).toBe("person");
  expect(await eventsOf(account.id, "me.end-sessions")).toMatchObject([{ action: "Sign out", details: { everywhere: true, sessions: 2 } }]);
});

test("of very many sessions the latest are shown, and all are counted", async () => {
  const { account, here } = await someoneTwice();
  const { actor } = await here.at(null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  const { accountId, userId } = actor;
  const expiresAt = new Date(Date.now() + 60_000);
  await database().prisma.session.createMany({ data: Array.from({ length: 120 }, (_, index) => ({ accountId, userId, id: newId(), method: "password", tokenHash: hashToken(`${account.id} ${index}`), expiresAt })) });
  const { items, total } = await runOperation(findSessions, { resolved: await here.at(null), input: {} });
  expect({ shown: items.length, total }).toEqual({ shown: 100, total: 122 });
});

test("sessions and links that ended long ago are forgotten, and no others", async () => {
  const { account, here } = await someoneTwice();
  const { prisma } = database();
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const [user] = await prisma.user.findMany({ where: { accountId: account.id }, take: 1 });
  const aSession = (expiresAt: Date) => prisma.session.create({ data: { accountId: account.id, userId: user!.id, id: newId(), method: "password", tokenHash: hashToken(newId()), expiresAt } });
  const [old, ended] = [await aSession(days(-2)), await aSession(days(-0.5))];
  await prisma.oneTimeLink.deleteMany({ where: { accountId: account.id } });
  const link = (expiresAt: Date) => prisma.oneTimeLink.create({ data: { accountId: account.id, userId: user!.id, id: newId(), purpose: "registration", tokenHash: hashToken(newId()), expiresAt } });
  await link(days(-91));
  const recent = await link(days(-89));
  await HANDLERS["sessions.forget-ended"]({});
  const left = new Set((await prisma.session.findMany({ where: { accountId: account.id } })).map(({ id }) => id));
  expect([left.has(old.id), left.has(ended.id), await isSignedIn(here.sessionToken)]).toEqual([false, true, true]);
  expect((await prisma.oneTimeLink.findMany({ where: { accountId: account.id } })).map(({ id }) => id)).toEqual([recent.id]);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Person } from "#lib/operations/actor.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { signInWithMiAccess } from "#lib/sessions/sign-in-with-miaccess.ts";
import type { MiAccessIdentity } from "#lib/sessions/sign-in-with-miaccess.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { eventsOf } from "#tests/builders/registered.ts";

function anIdentity(fields: Partial<MiAccessIdentity> = {}): MiAccessIdentity {
  const subject = randomUUID();
  return {
    subject,
    email: `${subject}@northwind.example`,
    name: "Mara Lindqvist",
    firstName: "Mara",
    lastName: "Lindqvist",
    organisationId: randomUUID(),
    organisationName: "Northwind Telecom",
    cloudLinkPolicy: true,
    userAgent: "",
    ...fields,
  };
}

async function enter(identity: MiAccessIdentity): Promise<Person> {
  const { sessionToken } = await runOperation(signInWithMiAccess, { resolved: NOBODY, input: identity });
  const { actor } = await resolveActor({ sessionToken }, null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  return actor;
}

test("LOGIN-06 the first sign-in of an organisation makes its partner account and a user of role Partner", async () => {
  const identity = anIdentity({ email: "Mara@Northwind.example" });
  const person = await enter(identity);
  expect(person).toMatchObject({ name: "Mara Lindqvist", email: "mara@northwind.example", role: "partner", accountName: "Northwind Telecom", method: "miaccess" });
  const { prisma } = database();
  expect(await prisma.account.findUnique({ where: { id: person.accountId } })).toMatchObject({ kind: "partner", partnerId: null, miAccessOrganisation: identity.organisationId, userCount: 1, registeredCount: 1 });
  expect(await prisma.user.findMany({ where: { accountId: person.accountId } })).toMatchObject([{ firstName: "Mara", lastName: "Lindqvist", miAccessSubject: identity.subject, origin: "miaccess" }]);
  const events = await eventsOf(person.accountId, "sessions.add-with-miaccess");
  expect(events.map(({ action, assetKind }) => `${action} ${assetKind}`).toSorted()).toEqual(["Add account", "Add user", "Sign in session"]);
});

test("coming again opens the same account as the same user", async () => {
  const identity = anIdentity();
  const first = await enter(identity);
  const again = await enter(identity);
  expect(again).toMatchObject({ userId: first.userId, accountId: first.accountId });
  expect(again.credentialId).not.toBe(first.credentialId);
  expect(await eventsOf(first.accountId, "sessions.add-with-miaccess")).toHaveLength(4);
});

test("LOGIN-07 a further partner of the organisation becomes a user of the same partner account", async () => {
  const mara = anIdentity();
  const jonas = anIdentity({ organisationId: mara.organisationId, name: "Jonas Weber", firstName: "Jonas", lastName: "Weber" });
  const [first, second] = [await enter(mara), await enter(jonas)];
  expect(second.accountId).toBe(first.accountId);
  const list = await runOperation(findUsers, { resolved: { actor: first, account: await viewOf(first.accountId) }, input: {} });
  expect(list.items.map(({ name, role }) => [name, role])).toEqual([["Jonas Weber", "partner"], ["Mara Lindqvist", "partner"]]);
});

test("one person who signs in for the first time in many tabs at once is one user of one account", async () => {
  const identity = anIdentity();
  const people = await Promise.all(Array.from({ length: 6 }, () => enter(identity)));
  expect(new Set(people.map(({ accountId }) => accountId)).size).toBe(1);
  expect(new Set(people.map(({ userId }) => userId)).size).toBe(1);
  expect(await database().prisma.account.findUnique({ where: { miAccessOrganisation: identity.organisationId } })).toMatchObject({ userCount: 1, registeredCount: 1 });
});

test("the same holds where the organisation is known already", async () => {
  const mara = anIdentity();
  await enter(mara);
  const jonas = anIdentity({ organisationId: mara.organisationId });
  const people = await Promise.all(Array.from({ length: 6 }, () => enter(jonas)));
  expect(new Set(people.map(({ userId }) => userId)).size).toBe(1);
  expect(await database().prisma.account.findUnique({ where: { miAccessOrganisation: mara.organisationId } })).toMatchObject({ userCount: 2, registeredCount: 2 });
});

test("colleagues who all come for the first time at once share one account", async () => {
  const { organisationId } = anIdentity();
  const people = await Promise.all(Array.from({ length: 6 }, () => enter(anIdentity({ organisationId }))));
  expect(new Set(people.map(({ accountId }) => accountId)).size).toBe(1);
  expect(new Set(people.map(({ userId }) => userId)).size).toBe(6);
  expect(await database().prisma.account.findUnique({ where: { miAccessOrganisation: organisationId } })).toMatchObject({ userCount: 6 });
});

test("without the CloudLink policy nobody comes in, and nothing is made", async () => {
  const identity = anIdentity({ cloudLinkPolicy: false });
  await expect(enter(identity)).rejects.toMatchObject({ code: "forbidden", message: "Your MiAccess user has not been given the CloudLink policy." });
  expect(await database().prisma.account.count({ where: { miAccessOrganisation: identity.organisationId } })).toBe(0);
});

test("who has moved to another organisation, or shares a colleague's address, is turned away with the reason", async () => {
  const mara = anIdentity();
  await enter(mara);
  await expect(enter({ ...mara, organisationId: randomUUID() })).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("moved to another organization") });
  await expect(enter(anIdentity({ organisationId: mara.organisationId, email: mara.email }))).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("has your e-mail address") });
  expect(await database().prisma.account.findUnique({ where: { miAccessOrganisation: mara.organisationId } })).toMatchObject({ userCount: 1 });
});

test("LOGIN-09 a partner user can not be deleted in the portal", async () => {
  const mara = anIdentity();
  const person = await enter(mara);
  const colleague = await enter(anIdentity({ organisationId: mara.organisationId }));
  const resolved = { actor: person, account: await viewOf(person.accountId) };
  await expect(runOperation(deleteUsers, { resolved, input: { selection: { mode: "some", ids: [colleague.userId] } } })).rejects.toMatchObject({ code: "forbidden" });
  expect(await database().prisma.user.count({ where: { accountId: person.accountId } })).toBe(2);
});

test("nobody can vouch for themselves: the operation has no address", () => {
  expect(OPEN_OPERATIONS.map(({ name }) => name)).not.toContain(signInWithMiAccess.name);
});

async function viewOf(accountId: string) {
  const { id, name, userCount, defaultLanguage, timeZone } = await database().prisma.account.findUniqueOrThrow({ where: { id: accountId } });
  return { id, name, kind: "partner" as const, status: "active" as const, partnerId: null, userCount, language: defaultLanguage, timeZone, integrations: {} };
}

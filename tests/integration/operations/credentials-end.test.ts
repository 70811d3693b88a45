/** Who may no longer come in does not, from the next request on, by whatever way (pains 42c, 48). */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byCookie, byKey, HOST, send } from "#tests/builders/rest.ts";

async function anAdminWithEverything() {
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner);
  const admin = await aSignedInUser(partner, accountId);
  return { partner, accountId, admin, ways: { key: await byKey(admin), cookie: await byCookie(admin) } };
}

const own = (accountId: string, headers: Record<string, string>) => send("GET", `/accounts/${accountId}`, headers);
const asPartner = async (partner: SignedIn) => ({ ...(await byCookie(partner)), origin: `http://${HOST}` });
const UNAUTHENTICATED = { status: 401, error: { code: "unauthenticated", message: "Please sign in." } };

test("a revoked key opens nothing from the next request on; the person's other keys still do", async () => {
  const { accountId, admin, ways } = await anAdminWithEverything();
  const other = await byKey(admin);
  const { items } = (await send("GET", "/me/api-keys", ways.key)).body as { items: { id: string }[] };
  expect(items).toHaveLength(2);
  expect(await send("DELETE", `/me/api-keys/${items.at(-1)!.id}`, ways.key)).toMatchObject({ status: 200 });
  expect(await own(accountId, ways.key)).toMatchObject(UNAUTHENTICATED);
  expect(await own(accountId, other)).toMatchObject({ status: 200 });
});

test("key and session of a deleted user open nothing", async () => {
  const { partner, accountId, admin, ways } = await anAdminWithEverything();
  expect(await send("POST", `/accounts/${accountId}/users/delete`, await asPartner(partner), { selection: { mode: "some", ids: [admin.user.id] } })).toMatchObject({ status: 200 });
  for (const way of Object.values(ways)) expect(await own(accountId, way)).toMatchObject(UNAUTHENTICATED);
});

test("keys and sessions of a deactivated account open nothing, and its partner only its reactivation; then the keys are good again", async () => {
  const { partner, accountId, ways } = await anAdminWithEverything();
  const headers = await asPartner(partner);
  expect(await send("POST", `/accounts/${accountId}/deactivate`, headers, { word: "deactivate" })).toMatchObject({ status: 200 });
  for (const way of Object.values(ways)) expect(await own(accountId, way)).toMatchObject(UNAUTHENTICATED);
  expect(await send("POST", `/accounts/${accountId}/users`, headers, { firstName: "Ada", lastName: "Brandt", email: `${randomUUID()}@ballad.example` })).toMatchObject({ status: 409, error: { message: expect.stringContaining("was deactivated") } });
  expect(await send("POST", `/accounts/${accountId}/reactivate`, headers, { word: "reactivate" })).toMatchObject({ status: 200 });
  expect(await own(accountId, ways.key)).toMatchObject({ status: 200 });
  expect(await own(accountId, ways.cookie)).toMatchObject(UNAUTHENTICATED);
});

test("a session ends when its time has come, whatever its cookie says", async () => {
  const { accountId, admin, ways } = await anAdminWithEverything();
  await database().prisma.session.updateMany({ where: { accountId, userId: admin.user.id }, data: { expiresAt: new Date(Date.now() + 60_000) } });
  expect(await own(accountId, ways.cookie)).toMatchObject({ status: 200 });
  await database().prisma.session.updateMany({ where: { accountId, userId: admin.user.id }, data: { expiresAt: new Date() } });
  expect(await own(accountId, ways.cookie)).toMatchObject(UNAUTHENTICATED);
});

test("a cookie that was changed, or is of another installation, is no cookie", async () => {
  const { accountId, ways } = await anAdminWithEverything();
  const [name, value = ""] = ways.cookie.cookie.split("=");
  for (const changed of [value.slice(0, -4), `${value}x`, value.toUpperCase(), "", "a.b.c.d.e"]) expect(await own(accountId, { cookie: `${name}=${changed}` })).toMatchObject(UNAUTHENTICATED);
});

test("an admin who becomes a user has a user's rights with the next request, by key and by cookie", async () => {
  const { partner, accountId, admin, ways } = await anAdminWithEverything();
  await aSignedInUser(partner, accountId);
  const { version } = (await send("GET", `/accounts/${accountId}/users/${admin.user.id}`, ways.key)).body as { version: number };
  expect(await send("PATCH", `/accounts/${accountId}/users/${admin.user.id}`, await asPartner(partner), { version, role: "user" })).toMatchObject({ status: 200 });
  for (const way of Object.values(ways)) expect(await send("GET", `/accounts/${accountId}/users`, way)).toMatchObject({ status: 403, error: { code: "forbidden" } });
});

/** A cookie is looked at anew with every request, so that nobody goes on working who may not any more. */
import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { newSessionCookie } from "#lib/auth/session-cookie.ts";
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { signOut } from "#lib/sessions/sign-out.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf, isSignedIn } from "#tests/builders/registered.ts";

/** Asks at the door with the cookie that the browser has kept. */
async function ask({ sessionToken }: SignedIn, path: string): Promise<number> {
  const cookie = (await newSessionCookie(sessionToken)).split(";")[0]!;
  return (await answerRequest(new Request(`http://127.0.0.1:3000/api/v1${path}`, { headers: { cookie } }))).status;
}

async function anAdmin() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  return { partner, account, admin: await aSignedInUser(partner, account.id) };
}

test("after signing out the old cookie opens nothing", async () => {
  const { account, admin } = await anAdmin();
  expect(await ask(admin, `/accounts/${account.id}`)).toBe(200);
  await runOperation(signOut, { resolved: await admin.at(null), input: {} });
  expect(await ask(admin, `/accounts/${account.id}`)).toBe(401);
  expect(await eventsOf(account.id, "sessions.end")).toMatchObject([{ action: "Sign out", actorId: admin.user.id }]);
});

test("the session of a deleted user ends with the next request", async () => {
  const { partner, account, admin } = await anAdmin();
  expect(await ask(admin, "/me")).toBe(200);
  await runOperation(deleteUsers, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [admin.user.id] } } });
  expect(await ask(admin, "/me")).toBe(401);
});

test("the session of a person whose account was deactivated ends with the next request", async () => {
  const { partner, account, admin } = await anAdmin();
  await runOperation(deactivateAccount, { resolved: await partner.at(account.id), input: { word: "deactivate" } });
  expect(await ask(admin, "/me")).toBe(401);
});

test("a session that began in the moment of deactivation is no way in either", async () => {
  const { account, admin } = await anAdmin();
  // As if sign-in had looked at the account just before, and stored its session just after.
  await database().prisma.account.update({ where: { id: account.id }, data: { status: "deactivated" } });
  expect(await ask(admin, "/me")).toBe(401);
});

test("OP1-63 a role that was taken away is gone with the next request, without a new sign-in", async () => {
  const { partner, account, admin } = await anAdmin();
  await aSignedInUser(partner, account.id);
  expect(await ask(admin, `/accounts/${account.id}/users`)).toBe(200);
  await runOperation(updateUser, { resolved: await partner.at(account.id), input: { userId: admin.user.id, version: admin.user.version, role: "user" } });
  expect(await ask(admin, `/accounts/${account.id}/users`)).toBe(403);
});

test("a session ends at its time", async () => {
  const { account, admin } = await anAdmin();
  await database().prisma.session.updateMany({ where: { accountId: account.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await isSignedIn(admin.sessionToken)).toBe(false);
});

test("a cookie that was tampered with, or a made-up one, is nobody's", async () => {
  const { admin } = await anAdmin();
  const [name, value] = (await newSessionCookie(admin.sessionToken)).split(";")[0]!.split("=") as [string, string];
  for (const wrong of [`${value.slice(0, -2)}xx`, "made-up", "", "%", "%E0%A4"]) {
    const response = await answerRequest(new Request("http://127.0.0.1:3000/api/v1/me", { headers: { cookie: `${name}=${wrong}` } }));
    expect(response.status).toBe(401);
  }
  expect((await resolveActor({ sessionToken: "made up" }, null)).actor.kind).toBe("anonymous");
});

test("a change by cookie needs a page of the portal behind it", async () => {
  const { admin } = await anAdmin();
  const cookie = (await newSessionCookie(admin.sessionToken)).split(";")[0]!;
  const post = (origin: Record<string, string>) =>
    answerRequest(new Request("http://127.0.0.1:3000/api/v1/me/sign-out", { method: "POST", headers: { cookie, host: "127.0.0.1:3000", ...origin } }));
  expect((await post({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await post({})).status).toBe(403);
  expect(await isSignedIn(admin.sessionToken)).toBe(true);
  const own = await post({ origin: "http://127.0.0.1:3000" });
  expect(own.status).toBe(200);
  expect(own.headers.get("set-cookie")).toContain("Max-Age=0");
});

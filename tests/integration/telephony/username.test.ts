/** The username: entered once MiVoice Business Service is there, passed on by the first set-up, and never again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { runOperation } from "#lib/operations/run-operation.ts";
import { getUser } from "#lib/users/get-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { addProduct, aRoleOfTemplate, aUserWithPeers, loginOf, setUp, telephonyOf } from "#tests/builders/telephony.ts";
import type { UserWithPeers } from "#tests/builders/telephony.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

/** With a MiCollab client, so that the name has two places to go to. */
const WITH_CLIENT = {
  "user.uccBundle": "UCC Standard User for Enterprise (V4.0)",
  "client.include": true,
  "client.featureProfile": "UCC (V4.0) Standard",
  "client.userProfile": "Default User Profile",
  "client.deskPhoneExtension": "primary",
};

const details = async ({ accountId, userId }: UserWithPeers) => runOperation(getUser, { resolved: await partner.at(accountId), input: { userId } });
const rename = async (user: UserWithPeers, username: string) => runOperation(updateUser, { resolved: await partner.at(user.accountId), input: { userId: user.userId, version: (await details(user)).version, username } });

type Held = { users: { loginId: string }[] };
type Clients = { accounts: { userName: string }[] };
const onSystems = async (name: string) => [
  (await peers.ask<Held>("mivb", "GET", "/_state")).users.filter(({ loginId }) => loginId === name).length,
  (await peers.ask<Clients>("micollab", "GET", "/_state")).accounts.filter(({ userName }) => userName === name).length,
];

test("USER-47 the username can be edited once MiVoice Business Service was added to the user, and not before", async () => {
  const user = await aUserWithPeers(partner, peers);
  expect(await details(user)).toMatchObject({ username: "", hasMivbService: false });
  await expect(rename(user, "ada.b")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "username" }] });
  await addProduct(user);
  expect(await details(user)).toMatchObject({ hasMivbService: true });
  expect(await rename(user, "ada.b")).toMatchObject({ username: "ada.b" });
  await expect(rename(user, "ada b")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "username" }] });
});

test("no two users of an account have the same username, in whatever case", async () => {
  const user = await aUserWithPeers(partner, peers);
  const other = { ...user, userId: (await aUser(partner, user.accountId, { firstName: "Emeka" })).id };
  for (const one of [user, other]) await addProduct(one);
  await rename(user, "twin.one");
  await expect(rename(other, "Twin.One")).rejects.toMatchObject({ code: "conflict", fields: [{ path: "username" }] });
});

test("USER-48 USER-49 the username goes to MiCollab and the PBX with the first set-up; later neither side follows the other", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Desk and client", WITH_CLIENT);
  await addProduct(user);
  await rename(user, "first.name");
  await setUp(user, role);
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up" });
  expect(await onSystems("first.name")).toEqual([1, 1]);

  await rename(user, "later.name");
  await setUp(user, role);
  expect(await onSystems("first.name")).toEqual([1, 1]);
  expect(await onSystems("later.name")).toEqual([0, 0]);
  expect(await details(user)).toMatchObject({ username: "later.name", loginId: "first.name" });

  const client = await peers.ask<{ accounts: { userName: string; firstName: string }[] }>("micollab", "GET", "/_state");
  expect(client.accounts.find(({ userName }) => userName === "first.name")).toBeDefined();
  await peers.ask("mivb", "PATCH", "/api/v1/users/first.name", { firstName: "Adelheid" });
  expect(await details(user)).toMatchObject({ username: "later.name", firstName: "Ada" });
});

test("USER-48 a username that is entered after a set-up stood still is the one that goes out", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Desk and client", WITH_CLIENT);
  await addProduct(user);
  await setUp(user, role, { number: "2206" });
  expect((await telephonyOf(user)).setUp).toMatchObject({ run: { status: "blocked" } });
  await rename(user, "second.thought");
  await setUp(user, role);
  expect(await onSystems("second.thought")).toEqual([1, 1]);
  expect(await loginOf(user)).toBe("second.thought");
});

test("a username that somebody else on the systems has stops the set-up with that reason", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Desk and client", WITH_CLIENT);
  await peers.ask("mivb", "POST", "/api/v1/users", { loginId: "taken.name", firstName: "Somebody", lastName: "Else", email: "", department: "", location: "" });
  await addProduct(user);
  await rename(user, "taken.name");
  await setUp(user, role);
  expect((await telephonyOf(user)).setUp).toMatchObject({ run: { status: "blocked", problems: [{ code: "username_taken" }] } });
  await rename(user, "free.name");
  await setUp(user, role);
  expect(await onSystems("free.name")).toEqual([1, 1]);
});

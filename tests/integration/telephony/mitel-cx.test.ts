/** Mitel CX for one user, with and without MiVoice Business on the account. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getContactCenterAccess } from "#lib/telephony/get-contact-center-access.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { getUser } from "#lib/users/get-user.ts";
import { aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { aRole, anAdminWith } from "#tests/builders/roles.ts";
import { addProduct, aRoleOfTemplate, aUserWithPeers, loginOf, setUp, telephonyOf } from "#tests/builders/telephony.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

type Micc = { employees: { loginId: string; firstName: string; lastName: string; email: string }[] };
const employee = async (loginId: string | null) => (await peers.ask<Micc>("micc", "GET", "/_state")).employees.find((each) => each.loginId === loginId);

test("CX-08 CX-09 in an account without MiVoice Business the template makes the employee on Mitel CX and nothing else", async () => {
  const user = await aUserWithPeers(partner, peers, ["mitel_cx"], ["micc"]);
  const role = await aRoleOfTemplate(partner, user.accountId, "Chat agents", { "user.uccBundle": "UCC Standard User for Enterprise (V4.0)" });
  await addProduct(user, "mitel_cx");
  await setUp(user, role);
  const after = await telephonyOf(user);
  expect(after).toMatchObject({ product: "mitel_cx", held: { state: "set_up", template: "Chat agents", contactCenter: true, category: null } });
  expect(after.setUp!.run.lines).toMatchObject([{ status: "done", peer: "micc-1" }]);
  expect(await employee(await loginOf(user))).toMatchObject({ firstName: "Ada", lastName: "Brandt" });
  const listed = await runOperation(findUsers, { resolved: await partner.at(user.accountId), input: { product: "mivoice_business" } });
  expect(listed.items).toEqual([]);
});

test("CX-09 an employee whom Mitel CX knows by the same address is brought to the user's name, not made twice", async () => {
  const user = await aUserWithPeers(partner, peers, ["mitel_cx"], ["micc"]);
  const role = await aRoleOfTemplate(partner, user.accountId, "Chat agents");
  const details = async () => runOperation(getUser, { resolved: await partner.at(user.accountId), input: { userId: user.userId } });
  const { email } = await details();
  await peers.ask("micc", "POST", "/api/v1/employees", { loginId: "known.before", firstName: "A.", lastName: "B.", email });
  await addProduct(user, "mitel_cx");
  await setUp(user, role);
  expect(await employee("known.before")).toMatchObject({ firstName: "Ada", lastName: "Brandt", email });
  await runOperation(updateUser, { resolved: await partner.at(user.accountId), input: { userId: user.userId, version: (await details()).version, lastName: "Berg" } });
  await setUp(user, role);
  expect(await employee("known.before")).toMatchObject({ lastName: "Berg" });
});

test("CX-03 CX-09 with MiVoice Business Mitel CX is assigned as well, also to somebody who is no ACD agent, and taken away with the next change", async () => {
  const user = await aUserWithPeers(partner, peers, ["mivoice_business", "mitel_cx"]);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await setUp(user, role, { mitelCx: true });
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up", contactCenter: true });
  expect(await employee(await loginOf(user))).toBeDefined();
  await setUp(user, role);
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up", contactCenter: false });
  expect(await employee(await loginOf(user))).toBeUndefined();
});

test("without a Mitel CX server the set-up says so, and nothing is sent", async () => {
  const user = await aUserWithPeers(partner, peers, ["mitel_cx"], []);
  const role = await aRoleOfTemplate(partner, user.accountId, "Chat agents");
  await addProduct(user, "mitel_cx");
  await setUp(user, role);
  expect(await telephonyOf(user)).toMatchObject({ held: { state: "no_service" }, setUp: { plan: { status: "ready", refusals: ["No Contact Center is connected to this account."] } } });
});

test("USER-91 the column Contact Center is for the administrators, and with a custom role for somebody whose address Mitel CX lists", async () => {
  const user = await aUserWithPeers(partner, peers, ["mitel_cx"], ["micc"]);
  const role = await aRole(partner, "account_admin", ["users.view"], [user.accountId]);
  const [listed, unlisted] = [await anAdminWith(partner, user.accountId, role), await anAdminWith(partner, user.accountId, role)];
  await peers.ask("micc", "POST", "/api/v1/employees", { loginId: "listed", firstName: "L", lastName: "Isted", email: listed.user.email });
  const mayShow = async (person: SignedIn) => (await runOperation(getContactCenterAccess, { resolved: await person.at(user.accountId), input: {} })).mayShow;
  expect(await mayShow(partner)).toBe(true);
  expect(await mayShow(await aSignedInUser(partner, user.accountId))).toBe(true);
  expect([await mayShow(listed), await mayShow(unlisted)]).toEqual([true, false]);
});

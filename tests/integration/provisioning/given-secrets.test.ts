/** Passwords and passcodes that a template gives to its users (ACDTPL-08). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, provision } from "#tests/builders/provisioning.ts";
import { aCopy, defaultTemplate } from "#tests/builders/templates.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

/** Gives a new user a template with this password; gives the login and the number. */
async function userWithPassword(rule: { mode: string; value: string }) {
  const place = await anAccountOnPeers(partner, peers, 1);
  const label = `Password ${rule.mode}`;
  await aCopy(partner, place.accountId, await defaultTemplate(partner, place.accountId), label, { "user.password": rule });
  const { id } = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId: place.accountId, name: label } });
  expect(await provision(place, { serviceRoleId: id })).toMatchObject({ succeededCount: 1, failedCount: 0 });
  const { loginId, extension } = await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: place.accountId, id: place.userIds[0]! } } });
  return { userName: loginId!, extension };
}

const logsIn = async (userName: string, password: string) =>
  (await fetch(`${peers.url.micollab}/client/v1/login`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ userName, password }) })).ok;

test("the password that a template gives is the one that opens the client of its users", async () => {
  const { userName, extension } = await userWithPassword({ mode: "value", value: "Ours-for-all-26" });
  expect(await logsIn(userName, "Ours-for-all-26")).toBe(true);
  expect(await logsIn(userName, extension)).toBe(false);
});

test("a password like the extension is the number of the primary phone", async () => {
  const { userName, extension } = await userWithPassword({ mode: "same_as_extension", value: "" });
  expect(await logsIn(userName, extension)).toBe(true);
});

test("a random one is neither", async () => {
  const { userName, extension } = await userWithPassword({ mode: "random", value: "" });
  for (const password of [extension, "Ours-for-all-26", ""]) expect(await logsIn(userName, password), password).toBe(false);
});

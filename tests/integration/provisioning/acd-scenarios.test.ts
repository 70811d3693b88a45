/** How a person becomes an ACD agent with a softphone and further devices, from start to finish. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, provision } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";
import { aCopy, defaultTemplate } from "#tests/builders/templates.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

type Phone = { number: string; loginId: string; protocol: string; deviceType: string | null; acdAgent: boolean };

async function loginIdOf({ accountId, userIds }: OnPeers): Promise<string> {
  return (await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userIds[0]! } } })).loginId!;
}

async function phonesOf(loginId: string): Promise<Phone[]> {
  const { phones } = await peers.ask<{ phones: Phone[] }>("mivb", "GET", "/_state");
  return phones.filter((phone) => phone.loginId === loginId).toSorted((a, b) => a.number.localeCompare(b.number));
}

async function roleOf(accountId: string, name: string): Promise<string> {
  return (await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId, name } })).id;
}

test("ACDPRE-05 a new agent gets the softphone, a desk phone and a UC Endpoint in one go", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  await aCopy(partner, place.accountId, await defaultTemplate(partner, place.accountId), "Agents with more", {
    "phones.secondary.include": true,
    "phones.secondary.deviceType": "6930 IP",
    "phones.other.include": true,
    "phones.other.deviceType": "UC Endpoint",
    "phones.other.deriveDn": true,
  });
  const plan = await provision(place, { serviceRoleId: await roleOf(place.accountId, "Agents with more"), otherPhonePrefix: "3" });
  expect(plan).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
  const phones = await phonesOf(await loginIdOf(place));
  expect(phones.map(({ deviceType, acdAgent }) => ({ deviceType, acdAgent }))).toEqual([
    { deviceType: null, acdAgent: true },
    { deviceType: "6930 IP", acdAgent: false },
    { deviceType: "UC Endpoint", acdAgent: false },
  ]);
  expect(phones[2]!.number).toBe(`3${phones[0]!.number}`);
});

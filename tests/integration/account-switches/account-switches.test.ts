import { expect, test } from "vitest";
import { getAccountSwitches, updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function stored(person: SignedIn, accountId: string) {
  return runOperation(getAccountSwitches, { resolved: await person.at(accountId), input: {} });
}

async function set(person: SignedIn, accountId: string, input: object) {
  return runOperation(updateAccountSwitches, { resolved: await person.at(accountId), input });
}

test("INFO-17 INFO-18 PRIV-08 partner and account admin set each on its own, kept for this account alone, with an event that names what changed", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const admin = await aSignedInUser(partner, id, "account_admin");
  const off = { delegatedAuthentication: false, guestAccess: false, bandwidthOptimization: false };
  expect(await stored(partner, id)).toEqual(off);
  expect(await set(partner, id, { guestAccess: true })).toEqual({ ...off, guestAccess: true });
  expect(await set(admin, id, { bandwidthOptimization: true, guestAccess: true })).toEqual({ ...off, guestAccess: true, bandwidthOptimization: true });
  expect(await set(admin, id, { guestAccess: false })).toEqual({ ...off, bandwidthOptimization: true });
  expect(await stored(admin, id)).toEqual({ ...off, bandwidthOptimization: true });
  expect(await stored(partner, sibling.id)).toEqual(off);
  expect(await eventsOf(id, "account-switches.update")).toMatchObject([
    { action: "Edit", actorName: "Mara Lindqvist", changes: [{ property: "guestAccess", before: false, after: true }] },
    { actorName: "Ada Brandt", changes: [{ property: "bandwidthOptimization", before: false, after: true }] },
    { actorName: "Ada Brandt", changes: [{ property: "guestAccess", before: true, after: false }] },
  ]);
});

test("OP1-18 a user may neither see nor set them, a stranger does not find them, and nothing but true and false is taken", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const user = await aSignedInUser(partner, id, "user");
  await expect(stored(user, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(set(user, id, { guestAccess: true })).rejects.toMatchObject({ code: "forbidden" });
  await expect(set(await aPartner(), id, { guestAccess: true })).rejects.toMatchObject({ code: "not_found" });
  await expect(set(partner, id, { guestAccess: "yes" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "guestAccess" }] });
  expect((await stored(partner, id)).guestAccess).toBe(false);
  expect(await eventsOf(id, "account-switches.update")).toEqual([]);
});

import { expect, test } from "vitest";
import { updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { removeStored } from "#lib/integrations/remove-integration.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo, beginRemoval, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id };
}

async function privileges(person: SignedIn, accountId: string) {
  const { delegatedAuthentication, guestAccess } = (await panelOf(person, accountId)).switches;
  return { delegated: delegatedAuthentication, guests: guestAccess };
}

async function set(person: SignedIn, accountId: string, input: object): Promise<void> {
  await runOperation(updateAccountSwitches, { resolved: await person.at(accountId), input });
}

const BRINGS: [row: string, key: IntegrationKey, delegated: boolean, guests: boolean][] = [
  ["PRIV-03", "mitel_one", false, true],
  ["PRIV-04", "micc", true, true],
  ["PRIV-05", "miteam_meetings", false, true],
  ["PRIV-06", "micollab", true, false],
  ["PRIV-07", "unify_phone", true, false],
];

test.each(BRINGS)("PRIV-02 INFO-16 %s %s brings its privileges by being added, and takes them with it", async (_, key, delegated, guests) => {
  const { partner, id } = await place();
  await addTo(partner, id, key);
  expect(await privileges(partner, id)).toEqual({ delegated, guests });
  await removeFrom(partner, id, key);
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: false });
});

test("what is not in the table brings none", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "cloudlink_gateway", "mivoice_business", "mitel_cx", "mitel_one_workgroups", "mitel_voice_assist", "mitel_workflow_studio", "zoom", "twilio");
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: false });
});

test("PRIV-09 shared privileges survive while another integration holds them, and go with the last one", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "mitel_one", "miteam_meetings", "micollab");
  await removeFrom(partner, id, "mitel_one");
  expect(await privileges(partner, id)).toEqual({ delegated: true, guests: true });
  await removeFrom(partner, id, "micollab");
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: true });
  await removeFrom(partner, id, "miteam_meetings");
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: false });
});

test("PRIV-09 of integrations that are removed at the same moment the last one takes the privilege along", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "mitel_one", "micc");
  await Promise.all([beginRemoval(partner, id, "mitel_one"), beginRemoval(partner, id, "micc")]);
  await Promise.all([removeStored({ accountId: id, key: "mitel_one" }), removeStored({ accountId: id, key: "micc" })]);
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: false });
});

test("OP2-07 a removal switches off what was switched on by hand too, and leaves what it does not hold", async () => {
  const { partner, id } = await place();
  await set(partner, id, { delegatedAuthentication: true, guestAccess: true });
  await addTo(partner, id, "mitel_one");
  await removeFrom(partner, id, "mitel_one");
  expect(await privileges(partner, id)).toEqual({ delegated: true, guests: false });
});

test("PRIV-08 PRIV-10 privileges are switched off by hand without any integration going, and stay off until one that brings them is added", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "micc");
  await set(partner, id, { delegatedAuthentication: false, guestAccess: false });
  expect(await panelOf(partner, id)).toMatchObject({ entries: [{ key: "micc", status: "on" }], switches: { delegatedAuthentication: false, guestAccess: false } });
  await addTo(partner, id, "mitel_one");
  expect(await privileges(partner, id)).toEqual({ delegated: false, guests: true });
});

test("the history tells which integration switched which privilege, and nothing where none was switched", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "micollab");
  await addTo(partner, id, "micc");
  await removeFrom(partner, id, "micollab");
  await removeFrom(partner, id, "micc");
  const told = [...(await eventsOf(id, "integrations.add")), ...(await eventsOf(id, "integrations.remove"))].filter(({ assetKind }) => assetKind === "account");
  expect(told).toMatchObject([
    { details: { integrations: ["MiCollab"] }, changes: [{ property: "delegatedAuthentication", before: false, after: true }] },
    { details: { integrations: ["MiCC"] }, changes: [{ property: "guestAccess", before: false, after: true }] },
    { details: { integrations: ["MiCC"] }, changes: [{ property: "delegatedAuthentication", before: true, after: false }, { property: "guestAccess", after: false }] },
  ]);
});

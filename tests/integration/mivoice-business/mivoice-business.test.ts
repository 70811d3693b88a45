import { expect, test } from "vitest";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { updateFeatures } from "#lib/integrations/update-integration.ts";
import { getMivoiceBusiness } from "#lib/mivoice-business/get-mivoice-business.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function place({ administration = true } = {}) {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await runOperation(addIntegrations, { resolved: await partner.at(id), input: { integrations: [{ key: "cloudlink_gateway" }, { key: "mivoice_business", features: { administration } }] } });
  return { partner, id };
}

const view = async (person: SignedIn, id: string) => runOperation(getMivoiceBusiness, { resolved: await person.at(id), input: {} });

async function connect(accountId: string): Promise<string> {
  const id = newId();
  await database().prisma.networkElement.create({ data: { accountId, id, kind: "mivb", name: "mivb-hamburg", address: "http://127.0.0.1:9", username: "system", passwordSealed: new Uint8Array(1), release: "9.4", status: "connected", checkedAt: new Date() } });
  return id;
}

test("the page shows the system and what of it the portal looks after, of this account alone", async () => {
  const { partner, id } = await place();
  expect(await view(partner, id)).toEqual({ system: null, users: 0, phones: 0, voicemailBoxes: 0, groupMembers: 0 });
  const elementId = await connect(id);
  const user = await aUser(partner, id);
  const services = ["mivb.user", "mivb.phone", "mivb.phone", "mivb.voicemail"].map((kind, index) => ({ accountId: id, userId: user.id, elementId, kind, key: String(index), attributes: {} }));
  await database().prisma.service.createMany({ data: services });
  expect(await view(await aSignedInUser(partner, id), id)).toMatchObject({ system: { name: "mivb-hamburg", release: "9.4", status: "connected" }, users: 1, phones: 2, voicemailBoxes: 1, groupMembers: 0 });
  const sibling = await place();
  expect(await view(sibling.partner, sibling.id)).toMatchObject({ system: null, phones: 0 });
});

test("MIVB-01 partner and account admin alike integrate MiVoice Business, enable it and look after it; a user does not", async () => {
  const partner = await aPartner();
  for (const withAdmin of [false, true]) {
    const { id } = await anAccount(partner);
    const person = withAdmin ? await aSignedInUser(partner, id) : partner;
    await addTo(person, id, "cloudlink_gateway", "mivoice_business");
    await runOperation(updateFeatures, { resolved: await person.at(id), input: { key: "mivoice_business", features: { administration: true } } });
    expect(await view(person, id)).toMatchObject({ system: null });
    const user = await aSignedInUser(partner, id, "user");
    await expect(runOperation(updateFeatures, { resolved: await user.at(id), input: { key: "mivoice_business", features: { administration: false } } })).rejects.toMatchObject({ code: "forbidden" });
    await expect(view(user, id)).rejects.toMatchObject({ code: "forbidden" });
    await removeFrom(person, id, "mivoice_business");
  }
});

test("MIVB-10 OP2-18 without the integration, or with its feature off, the page can not be opened, and comes back with it", async () => {
  const { partner, id } = await place({ administration: false });
  await expect(view(partner, id)).rejects.toMatchObject({ code: "not_found" });
  const { version } = await entryIn(partner, id, "mivoice_business");
  await runOperation(updateFeatures, { resolved: await partner.at(id), input: { key: "mivoice_business", version, features: { administration: true } } });
  expect(await view(partner, id)).toMatchObject({ system: null });
  await removeFrom(partner, id, "mivoice_business");
  await expect(view(partner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("MIVB-11 PERM-44 access follows MiVoice Business / View, for a partner as for an account admin", async () => {
  const { partner, id } = await place();
  for (const [person, base] of [[partner, "partner"], [await aSignedInUser(partner, id), "account_admin"]] as const) {
    const { actor, account } = await person.at(id);
    if (actor.kind !== "person") throw new Error("Nobody is signed in.");
    const grants = standardGrants(base).filter((grant) => grant !== "mivoice_business.view");
    await expect(runOperation(getMivoiceBusiness, { resolved: { account, actor: { ...actor, grants: grantsOf(base, grants) } }, input: {} })).rejects.toMatchObject({ code: "forbidden" });
    expect(await view(person, id)).toMatchObject({ system: null });
  }
});

test("INTEG-12 the entry asks for attention until a system is connected, and no longer then", async () => {
  const { partner, id } = await place();
  expect(await entryIn(partner, id, "mivoice_business")).toMatchObject({ state: { tone: "warn", message: "Open additional features to see details" } });
  await connect(id);
  expect(await entryIn(partner, id, "mivoice_business")).toMatchObject({ state: null, features: [{ attention: "" }] });
});

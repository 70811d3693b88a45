import { expect, test } from "vitest";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo, anIntegration, beginRemoval, entryIn, panelOf } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function people() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin"), user: await aSignedInUser(partner, id, "user") };
}

const add = async (person: SignedIn, accountId: string, integrations: unknown) => runOperation(addIntegrations, { resolved: await person.at(accountId), input: { integrations } });
const keysOf = async (accountId: string) => (await database().prisma.integration.findMany({ where: { accountId } })).map(({ key }) => key).toSorted();

test("INTEG-08 a new account has Chat as an entry of its own, and nothing else", async () => {
  const { partner, id } = await people();
  expect(await panelOf(partner, id)).toMatchObject({ entries: [], chatStandsAlone: true, chat: { allowEditingAndDeleting: true } });
});

test("INTEG-21 INTEG-27 INT-15 partner and account admin add integrations, several at once, which both of them see, for this account alone", async () => {
  const { partner, id, admin } = await people();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  await addTo(partner, id, "cloudlink_gateway", "mivoice_business", "mitel_cx");
  await addTo(admin, id, "zoom");
  for (const person of [partner, admin]) expect((await panelOf(person, id)).entries.map(({ key }) => key)).toEqual(["cloudlink_gateway", "mitel_cx", "mivoice_business", "zoom"]);
  expect((await panelOf(partner, id)).catalogue.filter(({ added }) => added).map(({ key }) => key).toSorted()).toEqual(["cloudlink_gateway", "mitel_cx", "mivoice_business", "zoom"]);
  expect((await panelOf(partner, sibling.id)).entries).toEqual([]);
  expect((await eventsOf(id, "integrations.add")).toSorted((a, b) => a.assetId.localeCompare(b.assetId))).toMatchObject([
    { action: "Add", assetKind: "integration", assetId: "cloudlink_gateway", assetName: "CloudLink Gateway", actorName: "Mara Lindqvist", changes: [{ property: "status", before: null, after: "incomplete" }] },
    { assetId: "mitel_cx", changes: [{ property: "status", after: "on" }] },
    { assetId: "mivoice_business", changes: [{ property: "status", after: "on" }, { property: "administration", after: false }] },
    { assetId: "zoom", actorName: "Ada Brandt" },
  ]);
});

test("what has to be set up is incomplete and says what is missing", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "cloudlink_gateway", "zoom", "single_sign_on", "microsoft_office_365", "twilio", "cm_com", "azure_ad_sync", "microsoft_teams", "unify_phone", "mitel_voice_assist");
  for (const { key, status, state, settingsPlace } of (await panelOf(partner, id)).entries) {
    expect({ key, status, settingsPlace, tone: state?.tone }).toEqual({ key, status: "incomplete", settingsPlace: ["azure_ad_sync", "twilio"].includes(key) ? "dialog" : "page", tone: "warn" });
    expect(state?.message, key).not.toBe("");
  }
});

test("INTEG-12 MiVoice Business asks for attention until its feature is on and a system is connected", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "cloudlink_gateway", "mivoice_business");
  expect(await entryIn(partner, id, "mivoice_business")).toMatchObject({
    state: { tone: "warn", message: "Open additional features to see details" },
    features: [{ label: "Customer Admin Portal", on: false, attention: "Customer Admin Portal is off. Switch it on to use it." }],
  });
});

test("INT-19 the panel mixes Mitel and third-party entries, each with its own note, its features and its gear", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "cloudlink_gateway", "mivoice_business", "mitel_one", "micollab", "micc", "zoom");
  await anIntegration(id, "mitel_voice_assist", { features: {} });
  await anIntegration(id, "twilio", { features: {} });
  const { entries } = await panelOf(partner, id);
  const note = (key: string) => entries.find((entry) => entry.key === key)!.state?.message;
  expect([note("mivoice_business"), note("mitel_one"), note("zoom")]).toEqual(["Open additional features to see details", "Requires a Mitel One subscription to use this feature.", "Not connected to Zoom yet"]);
  expect(entries.filter(({ features }) => features.length > 0).map(({ key }) => key).toSorted()).toEqual(["mitel_one", "mivoice_business"]);
  const setUp = entries.filter(({ status }) => status === "on");
  expect(setUp.filter(({ settingsPlace, ownPage }) => settingsPlace !== null && ownPage === null).map(({ key }) => key).toSorted(), "have a gear").toEqual(["mitel_one", "twilio"]);
  expect(Object.fromEntries(setUp.filter(({ ownPage }) => ownPage !== null).map(({ key, ownPage }) => [key, ownPage]))).toEqual({ micollab: "integrations/micollab", mitel_voice_assist: "voice-assist" });
});

test("MIVB-03 a feature can be switched on while the integration is added", async () => {
  const { partner, id } = await people();
  await add(partner, id, [{ key: "cloudlink_gateway" }, { key: "mivoice_business", features: { administration: true } }]);
  expect(await entryIn(partner, id, "mivoice_business")).toMatchObject({ features: [{ key: "administration", on: true, attention: "No MiVoice Business is connected.", attentionPath: "integrations/network-elements" }] });
});

test("MIVB-02 VASSIST-01 what lacks a prerequisite is refused, and nothing of the same request is added", async () => {
  const { partner, id } = await people();
  for (const key of ["mivoice_business", "mitel_voice_assist", "microsoft_teams"]) {
    await expect(add(partner, id, [{ key: "micc" }, { key }])).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("needs CloudLink Gateway on this account") });
  }
  expect(await keysOf(id)).toEqual([]);
  expect(await eventsOf(id, "integrations.add")).toEqual([]);
  expect((await panelOf(partner, id)).switches).toEqual({ delegatedAuthentication: false, guestAccess: false, bandwidthOptimization: false });
});

test("WFS-12 Workflow Studio is added switched off", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "mitel_workflow_studio");
  expect(await entryIn(partner, id, "mitel_workflow_studio")).toMatchObject({ status: "off", settingsPlace: null });
});

test("INTEG-29 INT-09 no integration can be enabled in a partner account, neither several nor one", async () => {
  const partner = await aPartner();
  for (const integrations of [[{ key: "micc" }], [{ key: "zoom" }, { key: "micollab" }]]) {
    await expect(add(partner, partner.accountId, integrations)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("Create a customer account") });
  }
  expect(await keysOf(partner.accountId)).toEqual([]);
});

test("INTEG-27 a user may neither see nor add any, and the account of another partner is not found", async () => {
  const { id, user } = await people();
  const elsewhere = await people();
  await expect(panelOf(user, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(add(user, id, [{ key: "micc" }])).rejects.toMatchObject({ code: "forbidden" });
  for (const person of [elsewhere.partner, elsewhere.admin]) {
    await expect(panelOf(person, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(add(person, id, [{ key: "micc" }])).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await keysOf(id)).toEqual([]);
});

test("what is no integration, none at all, and the same one twice are not taken", async () => {
  const { partner, id } = await people();
  for (const integrations of [[], [{ key: "chat" }], [{ key: "micc" }, { key: "micc" }], [{ key: "micc", features: { any: "on" } }], "micc"]) {
    await expect(add(partner, id, integrations)).rejects.toMatchObject({ code: "invalid" });
  }
  expect(await keysOf(id)).toEqual([]);
});

test("of two admins who add the same at once one is told who was first, and nothing of theirs is added", async () => {
  const { partner, id, admin } = await people();
  const answers = await Promise.allSettled([add(partner, id, [{ key: "micc" }, { key: "zoom" }]), add(admin, id, [{ key: "micc" }, { key: "twilio" }])]);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]!.reason).toMatchObject({ code: "conflict", message: expect.stringMatching(/^MiCC is on this account already, added by (Mara Lindqvist|Ada Brandt)\.$/) });
  expect(await keysOf(id)).toEqual(answers[0]!.status === "fulfilled" ? ["micc", "zoom"] : ["micc", "twilio"]);
});

test("what is being removed can not be added again until it is gone, and is no prerequisite any more", async () => {
  const { partner, id, admin } = await people();
  await addTo(partner, id, "cloudlink_gateway");
  await beginRemoval(admin, id, "cloudlink_gateway");
  await expect(add(partner, id, [{ key: "cloudlink_gateway" }])).rejects.toMatchObject({ code: "conflict", message: "CloudLink Gateway is being removed, as Ada Brandt asked for. Add it again when that has ended." });
  await expect(add(partner, id, [{ key: "mivoice_business" }])).rejects.toMatchObject({ code: "conflict" });
});

import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { getIntegration } from "#lib/integrations/find-integrations.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { switchOn, updateFeatures, updateSettings } from "#lib/integrations/update-integration.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo, beginRemoval, entryIn, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";

async function place(...keys: IntegrationKey[]) {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  if (keys.length > 0) await addTo(partner, id, ...keys);
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin") };
}

const details = async (person: SignedIn, id: string, key: IntegrationKey) => runOperation(getIntegration, { resolved: await person.at(id), input: { key } });

async function set(person: SignedIn, id: string, key: IntegrationKey, settings: object, version?: number) {
  return runOperation(updateSettings, { resolved: await person.at(id), input: { key, settings, version: version ?? (await entryIn(person, id, key)).version } });
}

async function turn(person: SignedIn, id: string, key: IntegrationKey, features: object, version?: number) {
  return runOperation(updateFeatures, { resolved: await person.at(id), input: { key, features, version: version ?? (await entryIn(person, id, key)).version } });
}

const stored = async (id: string, key: IntegrationKey) => database().prisma.integration.findUniqueOrThrow({ where: { accountId_key: { accountId: id, key } } });

test("ONE-05 ONE-06 ONE-07 each feature of Mitel One is switched off and on by itself, with an event, and is read over the API", async () => {
  const { partner, id, admin } = await place("mitel_one");
  for (const feature of ["chat", "miteam_meetings", "telephony"]) {
    const { entry } = await turn(admin, id, "mitel_one", { [feature]: false });
    expect(entry.features.filter(({ on }) => !on).map(({ key }) => key)).toEqual([feature]);
    await turn(partner, id, "mitel_one", { [feature]: true });
  }
  expect(await eventsOf(id, "integrations.update-features")).toHaveLength(6);
  expect((await eventsOf(id, "integrations.update-features"))[0]).toMatchObject({ action: "Edit", assetKind: "integration", assetId: "mitel_one", actorName: "Ada Brandt", changes: [{ property: "chat", before: true, after: false }] });
  const { body } = await send("GET", `/accounts/${id}/integrations`, await byKey(admin));
  expect(body).toMatchObject({ entries: [{ key: "mitel_one", features: [{ key: "chat", on: true }, { key: "miteam_meetings" }, { key: "telephony" }] }] });
});

test("ONE-03 users may change their avatar until the box is cleared and saved", async () => {
  const { partner, id, admin } = await place("mitel_one");
  expect((await details(admin, id, "mitel_one")).settings?.values).toEqual({ allowAvatarChange: true });
  await set(admin, id, "mitel_one", { allowAvatarChange: false });
  expect((await details(partner, id, "mitel_one")).settings?.values).toEqual({ allowAvatarChange: false });
  expect(await eventsOf(id, "integrations.update-settings")).toMatchObject([{ assetName: "Mitel One", changes: [{ property: "allowAvatarChange", before: true, after: false }] }]);
});

test("ONE-10 ONE-11 ONE-13 Chat and MiTeam Meetings stand below Mitel One while it is there, and by themselves again afterwards", async () => {
  const { partner, id } = await place("miteam_meetings", "mitel_one");
  expect(await panelOf(partner, id)).toMatchObject({ chatStandsAlone: false });
  expect(await entryIn(partner, id, "miteam_meetings")).toMatchObject({ mergedInto: "mitel_one" });
  await removeFrom(partner, id, "mitel_one");
  expect(await panelOf(partner, id)).toMatchObject({ chatStandsAlone: true, entries: [{ key: "miteam_meetings", mergedInto: null }] });
});

test("MEET-08 partner and account admin change the waiting room, also below Mitel One where MiTeam Meetings was not added by itself", async () => {
  const { partner, id, admin } = await place("mitel_one");
  const below = async () => (await entryIn(partner, id, "mitel_one")).features.find(({ key }) => key === "miteam_meetings")!.settings!;
  expect(await below()).toMatchObject({ key: "mitel_one", view: { title: "MiTeam Meetings", values: { optionalWaitingRoom: false }, confirmWord: "confirm" } });
  await set(admin, id, "mitel_one", { optionalWaitingRoom: true });
  expect((await below()).view.values).toEqual({ optionalWaitingRoom: true });
  await addTo(partner, id, "miteam_meetings");
  expect(await below()).toMatchObject({ key: "miteam_meetings", view: { values: { optionalWaitingRoom: true } } });
  await set(partner, id, "miteam_meetings", { optionalWaitingRoom: false });
  expect((await below()).view.values).toEqual({ optionalWaitingRoom: false });
});

test("VASSIST-04 VASSIST-05 VASSIST-06 VASSIST-07 number, timezone and recipe are all needed; once they are stored the set-up is complete", async () => {
  const { partner, id } = await place("cloudlink_gateway", "mitel_voice_assist");
  await expect(set(partner, id, "mitel_voice_assist", { number: "2200" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.timeZone" }, { path: "settings.recipe" }] });
  await expect(set(partner, id, "mitel_voice_assist", { number: "22a", timeZone: "Europe/Berlin", recipe: "directory" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.number" }] });
  expect((await stored(id, "mitel_voice_assist")).status).toBe("incomplete");
  const settings = { number: "2200", timeZone: "Europe/Berlin", recipe: "directory" };
  expect((await set(partner, id, "mitel_voice_assist", settings)).entry).toMatchObject({ status: "on", state: { tone: "good", message: "Set-up complete" } });
  expect((await details(partner, id, "mitel_voice_assist")).settings?.values).toEqual(settings);
});

test("what another system completes is kept as a draft and stays incomplete, with the reason", async () => {
  const { partner, id } = await place("single_sign_on");
  const answer = await set(partner, id, "single_sign_on", { providerName: "Ballad IDP", signInUrl: "https://idp.ballad.example/sso" });
  expect(answer).toMatchObject({ entry: { status: "incomplete", state: { tone: "warn" } }, setUp: { by: "outside" }, modifiedBy: "Mara Lindqvist" });
  expect((await details(partner, id, "single_sign_on")).settings?.values).toMatchObject({ providerName: "Ballad IDP", signInUrl: "https://idp.ballad.example/sso", entityId: "" });
  await expect(set(partner, id, "single_sign_on", { signInUrl: "idp.ballad.example" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.signInUrl" }] });
});

test("INT-16 a secret is sealed where it is stored, never given out, and stays while nothing is typed", async () => {
  const { partner, id, admin } = await place("cm_com");
  await set(partner, id, "cm_com", { name: "SMS", cmAccountId: "123", productToken: "a very secret token" });
  const { settings } = await stored(id, "cm_com");
  expect(JSON.stringify(settings)).not.toContain("secret token");
  expect(settings).toMatchObject({ productToken: { sealed: expect.stringMatching(/^[A-Za-z0-9+/=]{40,}$/) } });
  for (const path of ["", "/cm_com"]) {
    const { text, status } = await send("GET", `/accounts/${id}/integrations${path}`, await byKey(admin));
    expect(status).toBe(200);
    expect(text).not.toContain("secret token");
    expect(text).not.toContain("sealed");
  }
  expect((await details(partner, id, "cm_com")).settings).toMatchObject({ values: { productToken: "" }, keptSecrets: ["productToken"] });
  await set(partner, id, "cm_com", { name: "SMS Hamburg", productToken: "" });
  expect((await stored(id, "cm_com")).settings).toMatchObject({ name: "SMS Hamburg", productToken: (settings as { productToken: object }).productToken });
  const events = await eventsOf(id, "integrations.update-settings");
  expect(JSON.stringify(events)).not.toContain("secret token");
  expect(events[0]).toMatchObject({ changes: expect.arrayContaining([{ property: "productToken", before: null, after: "stored anew" }]) });
});

test("WFS-13 Workflow Studio is switched on by hand, and what is incomplete is not", async () => {
  const { partner, id } = await place("mitel_workflow_studio", "zoom");
  const on = async (key: IntegrationKey) => runOperation(switchOn, { resolved: await partner.at(id), input: { key, version: 1 } });
  expect((await on("mitel_workflow_studio")).entry).toMatchObject({ status: "on", state: null });
  await expect(on("zoom")).rejects.toMatchObject({ code: "conflict" });
});

test("of two who change the same integration the second is told who was first, and nothing of theirs is stored", async () => {
  const { partner, id, admin } = await place("mitel_one");
  const { version } = await entryIn(partner, id, "mitel_one");
  await turn(partner, id, "mitel_one", { chat: false }, version);
  const told = { code: "conflict", message: "Mara Lindqvist changed Mitel One meanwhile. Reload the page to see the change; what you did has not been saved." };
  await expect(turn(admin, id, "mitel_one", { telephony: false }, version)).rejects.toMatchObject(told);
  await expect(set(admin, id, "mitel_one", { allowAvatarChange: false }, version)).rejects.toMatchObject(told);
  expect(await stored(id, "mitel_one")).toMatchObject({ features: { chat: false, miteam_meetings: true, telephony: true }, settings: {} });
});

test("what is being removed, what there is not, and what the integration does not have are refused", async () => {
  const { partner, id, admin } = await place("mitel_one", "micc");
  await beginRemoval(admin, id, "mitel_one");
  await expect(turn(partner, id, "mitel_one", { chat: false })).rejects.toMatchObject({ code: "conflict", message: "Mitel One is being removed, as Ada Brandt asked for." });
  await expect(turn(partner, id, "zoom", { chat: false }, 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(turn(partner, id, "micc", { chat: false })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "features.chat" }] });
  await expect(set(partner, id, "micc", { colour: "red" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.colour" }] });
  expect(await eventsOf(id, "integrations.update-features")).toEqual([]);
  expect(await eventsOf(id, "integrations.update-settings")).toEqual([]);
});

test("what stays as it is leaves no event and no new version", async () => {
  const { partner, id } = await place("mitel_one");
  await turn(partner, id, "mitel_one", { chat: true });
  await set(partner, id, "mitel_one", { allowAvatarChange: true });
  expect(await entryIn(partner, id, "mitel_one")).toMatchObject({ version: 1 });
  expect(await eventsOf(id, "integrations.update-features")).toEqual([]);
});

test("two who switch different features at once both have their way", async () => {
  const { partner, id, admin } = await place("mitel_one");
  const set = async (person: SignedIn, features: object) => runOperation(updateFeatures, { resolved: await person.at(id), input: { key: "mitel_one", features } });
  await Promise.all([set(partner, { chat: false }), set(admin, { telephony: false })]);
  expect(await stored(id, "mitel_one")).toMatchObject({ features: { chat: false, miteam_meetings: true, telephony: false } });
});

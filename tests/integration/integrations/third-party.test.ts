/** What holds for every third-party integration. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { findIntegrations } from "#lib/integrations/find-integrations.ts";
import { findLinkable } from "#lib/integrations/find-linkable.ts";
import { DEFINITIONS, definitionOf } from "#lib/integrations/registry.ts";
import { removeIntegration } from "#lib/integrations/remove-integration.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { updateSettings } from "#lib/integrations/update-integration.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import type { Action, BaseRole } from "#lib/permissions/schemas.ts";
import { addTo, anIntegration, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { setTwilio, someNumbers, startTestTwilio } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
beforeAll(async () => {
  twilio = await startTestTwilio();
});
afterAll(() => twilio.close());

const THIRD_PARTY = DEFINITIONS.filter(({ tab }) => tab === "third_party").map(({ key }) => key);
const forbidden = { code: "forbidden" };

/** A person whose role has of Integrations & Apps only some boxes. */
async function narrowed(person: SignedIn, id: string, base: BaseRole, actions: readonly Action[]): Promise<Resolved> {
  const { actor, account } = await person.at(id);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  const others = standardGrants(base).filter((grant) => !grant.startsWith("integrations."));
  return { actor: { ...actor, grants: grantsOf(base, [...others, ...actions.map((action) => `integrations.${action}` as const)]) }, account };
}

/** What the settings of an integration are filled in with; Twilio asks whether it is right. */
async function settingsFor(key: IntegrationKey): Promise<Record<string, string>> {
  const text = definitionOf(key).settings?.fields.find(({ kind, name }) => kind === "text" && name !== "accountSid");
  if (key === "twilio") return { name: "SMS", ...(await twilio.customer(someNumbers(1))) };
  return text ? { [text.name]: text.kind === "text" && text.format === "web_address" ? "https://ballad.example" : text.kind === "text" && text.format === "uuid" ? crypto.randomUUID() : "Ballad" } : {};
}

test.each(THIRD_PARTY)("INT-11 %s is added, configured and removed by partner and account admin, each as far as their role allows", async (key) => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const admin = await aSignedInUser(partner, id, "account_admin");
  const needed = (definitionOf(key).needs ?? []).map(([first]) => first!);
  if (needed.length > 0) await addTo(partner, id, ...needed);
  const entriesAs = async (resolved: Promise<Resolved>) => (await runOperation(findIntegrations, { resolved: await resolved, input: {} })).entries.filter((entry) => !needed.includes(entry.key));
  for (const [person, base] of [[partner, "partner"], [admin, "account_admin"]] as const) {
    const as = (...actions: Action[]) => narrowed(person, id, base, actions);
    const add = { integrations: [{ key }] };
    for (const without of [["view"], ["view", "edit", "delete"]] as const) await expect(as(...without).then((resolved) => runOperation(addIntegrations, { resolved, input: add }))).rejects.toMatchObject(forbidden);
    await runOperation(addIntegrations, { resolved: await as("view", "add"), input: add });
    await expect(as().then((resolved) => runOperation(findIntegrations, { resolved, input: {} }))).rejects.toMatchObject(forbidden);
    const entries = await entriesAs(as("view"));
    expect(entries).toMatchObject([{ key, status: "incomplete" }]);
    const settings = await settingsFor(key);
    const input = { key, version: entries[0]!.version, settings };
    await expect(as("view", "delete").then((resolved) => runOperation(updateSettings, { resolved, input }))).rejects.toMatchObject(forbidden);
    if (definitionOf(key).settings) expect(await runOperation(updateSettings, { resolved: await as("view", "edit"), input })).toMatchObject({ entry: { key } });
    await expect(as("view", "add", "edit").then((resolved) => runOperation(removeIntegration, { resolved, input: { key } }))).rejects.toMatchObject(forbidden);
    await runOperation(removeIntegration, { resolved: await as("view", "delete"), input: { key } });
    await workOff(["integrations.remove"]);
    expect(await entriesAs(person.at(id))).toEqual([]);
  }
  const user = await aSignedInUser(partner, id, "user");
  await expect(user.at(id).then((resolved) => runOperation(addIntegrations, { resolved, input: { integrations: [{ key }] } }))).rejects.toMatchObject(forbidden);
});

test("INT-14 a user may link an account of their own with Twilio only while it is enabled for the account", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const user = await aSignedInUser(partner, id, "user");
  const linkable = async () => (await runOperation(findLinkable, { resolved: await user.at(null), input: {} })).items;
  expect(await linkable()).toEqual([]);
  await addTo(partner, id, "twilio");
  expect(await linkable()).toEqual([]);
  await setTwilio(partner, id, { name: "SMS", ...(await twilio.customer()) });
  expect(await linkable()).toEqual([{ key: "twilio", name: "Twilio" }]);
  await removeFrom(partner, id, "twilio");
  expect(await linkable()).toEqual([]);
  for (const key of ["zoom", "microsoft_office_365", "cm_com", "single_sign_on", "azure_ad_sync"] as const) await anIntegration(id, key);
  expect((await linkable()).map(({ name }) => name)).toEqual(["Zoom", "Microsoft Office 365", "CM.com"]);
});

import { expect, test } from "vitest";
import { getAccountSwitches, updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { updateChatSettings } from "#lib/chat-settings/update-chat-settings.ts";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { findIntegrations, getIntegration } from "#lib/integrations/find-integrations.ts";
import { removeIntegration } from "#lib/integrations/remove-integration.ts";
import { switchOn, updateFeatures, updateSettings } from "#lib/integrations/update-integration.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import type { Action, BaseRole } from "#lib/permissions/schemas.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

type Narrowed = (...actions: Action[]) => Promise<Resolved>;

/** A partner and an account admin whose role has of Integrations & Apps only some boxes. */
async function people() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const admin = await aSignedInUser(partner, id, "account_admin");
  await addTo(partner, id, "mitel_one", "cloudlink_gateway", "mitel_voice_assist", "mitel_workflow_studio");
  const narrowed = (person: typeof partner | typeof admin, base: BaseRole): Narrowed => async (...actions) => {
    const { actor, account } = await person.at(id);
    if (actor.kind !== "person") throw new Error("Nobody is signed in.");
    const others = standardGrants(base).filter((grant) => !grant.startsWith("integrations."));
    return { actor: { ...actor, grants: grantsOf(base, [...others, ...actions.map((action) => `integrations.${action}`)]) }, account };
  };
  return { id, partner, roles: [narrowed(partner, "partner"), narrowed(admin, "account_admin")] };
}

const forbidden = { code: "forbidden" };

test("PERM-29 without View nothing of the integrations can be seen, with it alone everything and nothing changed", async () => {
  const { id, roles } = await people();
  for (const as of roles) {
    await expect(runOperation(findIntegrations, { resolved: await as(), input: {} })).rejects.toMatchObject(forbidden);
    await expect(runOperation(getIntegration, { resolved: await as(), input: { key: "mitel_one" } })).rejects.toMatchObject(forbidden);
    expect(await runOperation(findIntegrations, { resolved: await as("view"), input: {} })).toMatchObject({ entries: expect.any(Array) });
    expect(await runOperation(getIntegration, { resolved: await as("view"), input: { key: "mitel_one" } })).toMatchObject({ entry: { key: "mitel_one" } });
    const resolved = await as("view");
    await expect(runOperation(addIntegrations, { resolved, input: { integrations: [{ key: "micc" }] } })).rejects.toMatchObject(forbidden);
    await expect(runOperation(updateFeatures, { resolved, input: { key: "mitel_one", version: 1, features: { chat: false } } })).rejects.toMatchObject(forbidden);
    await expect(runOperation(removeIntegration, { resolved, input: { key: "mitel_one" } })).rejects.toMatchObject(forbidden);
  }
  for (const name of ["integrations.update-features", "integrations.remove"]) expect(await eventsOf(id, name)).toEqual([]);
});

test("PERM-30 with Add integrations are added and set up and privileges switched; without it neither", async () => {
  const { id, partner, roles } = await people();
  const without: Action[] = ["view", "edit", "delete"];
  for (const as of roles) {
    await expect(runOperation(addIntegrations, { resolved: await as(...without), input: { integrations: [{ key: "micc" }] } })).rejects.toMatchObject(forbidden);
    await expect(runOperation(updateAccountSwitches, { resolved: await as(...without), input: { guestAccess: false } })).rejects.toMatchObject(forbidden);
  }
  const [asPartner, asAdmin] = roles as [Narrowed, Narrowed];
  await runOperation(addIntegrations, { resolved: await asPartner("view", "add"), input: { integrations: [{ key: "micc" }] } });
  await runOperation(addIntegrations, { resolved: await asAdmin("view", "add"), input: { integrations: [{ key: "zoom" }] } });
  expect(await runOperation(updateAccountSwitches, { resolved: await asAdmin("view", "add"), input: { guestAccess: false } })).toMatchObject({ guestAccess: false });
  const { version } = await entryIn(partner, id, "mitel_voice_assist");
  const settings = { number: "2200", timeZone: "Europe/Berlin", recipe: "directory" };
  expect(await runOperation(updateSettings, { resolved: await asAdmin("view", "add"), input: { key: "mitel_voice_assist", version, settings } })).toMatchObject({ entry: { status: "on" } });
});

test("PERM-31 OP1-68 with Edit what is there is configured, with neither Add nor Edit it is not", async () => {
  const { id, partner, roles } = await people();
  const changes = (resolved: Resolved, versions: { one: number; studio: number }) => [
    () => runOperation(updateFeatures, { resolved, input: { key: "mitel_one", version: versions.one, features: { chat: false } } }),
    () => runOperation(switchOn, { resolved, input: { key: "mitel_workflow_studio", version: versions.studio } }),
    () => runOperation(updateChatSettings, { resolved, input: { allowEditingAndDeleting: false } }),
  ];
  const versions = { one: (await entryIn(partner, id, "mitel_one")).version, studio: (await entryIn(partner, id, "mitel_workflow_studio")).version };
  for (const as of roles) for (const change of changes(await as("view", "delete"), versions)) await expect(change()).rejects.toMatchObject(forbidden);
  for (const change of changes(await roles[1]!("view", "edit"), versions)) await change();
  expect(await entryIn(partner, id, "mitel_workflow_studio")).toMatchObject({ status: "on" });
});

test("PERM-33 with Delete an integration is removed, without it none, whatever else there is", async () => {
  const { id, partner, roles } = await people();
  for (const as of roles) await expect(runOperation(removeIntegration, { resolved: await as("view", "add", "edit"), input: { key: "mitel_one" } })).rejects.toMatchObject(forbidden);
  const [asPartner, asAdmin] = roles as [Narrowed, Narrowed];
  await runOperation(removeIntegration, { resolved: await asPartner("view", "delete"), input: { key: "mitel_one" } });
  await runOperation(removeIntegration, { resolved: await asAdmin("view", "delete"), input: { key: "cloudlink_gateway" } });
  expect(await entryIn(partner, id, "mitel_one")).toMatchObject({ removing: true });
});

test("OP1-64 call services follow Account / Edit, and privileges their own line", async () => {
  const { roles } = await people();
  for (const as of roles) {
    expect(await runOperation(getAccountSwitches, { resolved: await as(), input: {} })).toMatchObject({ bandwidthOptimization: expect.any(Boolean) });
    expect(await runOperation(updateAccountSwitches, { resolved: await as(), input: { bandwidthOptimization: true } })).toMatchObject({ bandwidthOptimization: true });
    await expect(runOperation(updateAccountSwitches, { resolved: await as(), input: { bandwidthOptimization: false, guestAccess: true } })).rejects.toMatchObject(forbidden);
  }
});

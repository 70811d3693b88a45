/** Integrations of accounts for tests, added and removed as people do it. */
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { findIntegrations } from "#lib/integrations/find-integrations.ts";
import { removeIntegration } from "#lib/integrations/remove-integration.ts";
import type { IntegrationEntry, IntegrationKey, IntegrationsPanel } from "#lib/integrations/schemas.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOff } from "./jobs.ts";
import type { SignedIn } from "./people.ts";

/** Adds integrations to an account at once. */
export async function addTo(person: SignedIn, accountId: string, ...keys: IntegrationKey[]): Promise<void> {
  await runOperation(addIntegrations, { resolved: await person.at(accountId), input: { integrations: keys.map((key) => ({ key })) } });
}

/** Begins the removal of an integration. */
export async function beginRemoval(person: SignedIn, accountId: string, key: IntegrationKey): Promise<void> {
  await runOperation(removeIntegration, { resolved: await person.at(accountId), input: { key } });
}

/** Removes an integration, with the job that does it. */
export async function removeFrom(person: SignedIn, accountId: string, key: IntegrationKey): Promise<void> {
  await beginRemoval(person, accountId, key);
  await workOff(["integrations.remove"]);
}

/** The panel as somebody sees it. */
export async function panelOf(person: SignedIn, accountId: string): Promise<IntegrationsPanel> {
  return runOperation(findIntegrations, { resolved: await person.at(accountId), input: {} });
}

/** One entry of the panel. */
export async function entryIn(person: SignedIn, accountId: string, key: IntegrationKey): Promise<IntegrationEntry> {
  const entry = (await panelOf(person, accountId)).entries.find((each) => each.key === key);
  if (!entry) throw new Error(`${key} is not on the account.`);
  return entry;
}

/** Puts everything on an account that has pages and operations of its own, as far as it is not there. */
export async function addThoseWithPages(person: SignedIn, accountId: string): Promise<void> {
  const present = new Set((await panelOf(person, accountId)).entries.map(({ key }) => String(key)));
  const wanted = [{ key: "azure_ad_sync" }, { key: "cloudlink_gateway" }, { key: "mivoice_business", features: { administration: true } }, { key: "micc" }, { key: "mitel_one_workgroups" }];
  const integrations = wanted.filter(({ key }) => !present.has(key));
  await runOperation(addIntegrations, { resolved: await person.at(accountId), input: { integrations } });
  await anIntegration(accountId, "twilio", { features: { user_numbers: true } });
}

/** Gives an account an integration whose set-up is finished; MiVoice Business with "Administration" on. */
export async function anIntegration(accountId: string, key: IntegrationKey = "mivoice_business", { status = "on", features = key === "mivoice_business" ? { administration: true } : {} }: { status?: string; features?: Record<string, boolean> } = {}): Promise<void> {
  const data = { status, features };
  await database().prisma.integration.upsert({ where: { accountId_key: { accountId, key } }, create: { accountId, key, ...data }, update: data });
}

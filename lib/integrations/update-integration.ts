import { changesBetween } from "#lib/events/emit.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, invalid, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { shapeOf } from "./fields.ts";
import type { FieldDeclaration, SettingValues } from "./fields.ts";
import { readIntegration } from "./find-integrations.ts";
import { MAY_CONFIGURE } from "./may-configure.ts";
import { ON_CHANGE } from "./on-change.ts";
import { ON_SAVING } from "./on-saving.ts";
import { definitionOf } from "./registry.ts";
import { featuresOf } from "./rules.ts";
import { IntegrationDetails, SwitchOnInput, UpdateFeaturesInput, UpdateSettingsInput } from "./schemas.ts";
import type { IntegrationKey } from "./schemas.ts";
import { keptFields, keptSecrets, shownValues, storedAfter } from "./settings.ts";
import type { StoredSettings } from "./settings.ts";
import { refusePartnerAccount, takeStored } from "./stored.ts";

/** Switches features of an integration (ONE-05 to ONE-07, MIVB-03). */
export const updateFeatures = operation({
  name: "integrations.update-features",
  summary: "Switch features of an integration on or off",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: UpdateFeaturesInput,
  output: IntegrationDetails,
  http: { method: "PATCH", path: "/accounts/{accountId}/integrations/{key}/features" },
  async run(context, { key, version, features }) {
    const { account, db } = context;
    refusePartnerAccount(account);
    const stored = await takeStored(db, account.id, key, version);
    const definition = definitionOf(key);
    const before = featuresOf(definition, stored.features);
    const unknown = Object.keys(features).find((name) => !(name in before));
    if (unknown !== undefined) throw invalid(`${definition.name} has no such feature.`, `features.${unknown}`);
    const after = { ...before, ...features };
    return keep(context, key, changesBetween(before, after), { features: after });
  },
});

/** Changes settings of an integration; where the portal alone can complete its set-up, that completes it (VASSIST-07). */
export const updateSettings = operation({
  name: "integrations.update-settings",
  summary: "Change the settings of an integration",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: UpdateSettingsInput,
  output: IntegrationDetails,
  http: { method: "PATCH", path: "/accounts/{accountId}/integrations/{key}/settings" },
  async run(context, { key, version, settings }) {
    const { account, db } = context;
    refusePartnerAccount(account);
    const stored = await takeStored(db, account.id, key, version);
    const { name, setUp, settings: declared } = definitionOf(key);
    if (declared?.fixed && stored.status !== "incomplete") throw conflict(`${name} is set up, and its details can not be edited. Remove the integration, add it again, and set it up with the right values.`);
    const fields = keptFields(definitionOf(key));
    const before = shownValues(fields, stored.settings);
    const values = valuesOf(fields, { ...before, ...settings }, { draft: setUp?.by === "outside" && stored.status === "incomplete", keptSecrets: keptSecrets(fields, stored.settings) });
    const typed = storedAfter({ accountId: account.id, key }, fields, stored.settings, values);
    const after = (await ON_SAVING[key]?.(context, { before: stored.settings, after: typed })) ?? typed;
    const status = setUp?.by === "portal" ? "on" : stored.status;
    const changes = [...changesBetween({ status: stored.status }, { status }), ...settingChanges(fields, stored.settings, after)];
    return keep(context, key, changes, { settings: after, status });
  },
});

/** Slides an integration to ON that was added switched off (WFS-13). */
export const switchOn = operation({
  name: "integrations.switch-on",
  summary: "Switch an integration on that was added switched off",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: SwitchOnInput,
  output: IntegrationDetails,
  http: { method: "POST", path: "/accounts/{accountId}/integrations/{key}/switch-on" },
  async run(context, { key, version }) {
    const { account, db } = context;
    refusePartnerAccount(account);
    const { status } = await takeStored(db, account.id, key, version);
    if (status === "incomplete") throw conflict(`The set-up of ${definitionOf(key).name} is not complete yet.`);
    return keep(context, key, changesBetween({ status }, { status: "on" }), { status: "on" });
  },
});

type Kept = { features?: Record<string, boolean>; settings?: StoredSettings; status?: string };

/** Stores a change of the integration that `takeStored` has given, with its event; nothing when there is none. */
async function keep({ actor, account, db, emit, enqueue, now }: OperationContext<"account">, key: IntegrationKey, changes: PropertyChange[], data: Kept): Promise<IntegrationDetails> {
  if (changes.length === 0) await emit([]);
  else {
    await db.integration.update({ where: { accountId_key: { accountId: account.id, key } }, data: { ...data, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    await emit({ action: "Edit", asset: { kind: "integration", id: key, name: definitionOf(key).name }, changes });
    await ON_CHANGE[key]?.(enqueue, account.id);
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
  }
  return readIntegration(db, account.id, key, now);
}

/** @throws OperationError invalid with the fields that are wrong */
function valuesOf(fields: readonly FieldDeclaration[], given: SettingValues, options: Parameters<typeof shapeOf>[1]): SettingValues {
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw invalid("There is no such setting.", `settings.${unknown}`);
  const parsed = shapeOf(fields, options).safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: ["settings", ...path].join("."), message }));
  throw new OperationError("invalid", faults[0]!.message, faults);
}

/** Of a secret only that it is another one. */
function settingChanges(fields: readonly FieldDeclaration[], before: StoredSettings, after: StoredSettings): PropertyChange[] {
  const [was, is] = [shownValues(fields, before), shownValues(fields, after)];
  const secrets = fields.filter(({ kind, name }) => kind === "secret" && before[name] !== after[name]);
  return [...changesBetween(was, is), ...secrets.map(({ name }) => ({ property: name, before: before[name] ? "stored" : null, after: after[name] ? "stored anew" : null }))];
}


import { z } from "zod";
import { setSwitches } from "#lib/account-switches/set-switches.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { IntegrationDefinition } from "./definition.ts";
import { initialValues } from "./fields.ts";
import { ON_CHANGE } from "./on-change.ts";
import { definitionOf } from "./registry.ts";
import { enumerate } from "./removal-lines.ts";
import { conflictsWith, featuresOf, hostOf, missingNeeds, privilegesOf, switchesFor } from "./rules.ts";
import { AddIntegrationsInput, INTEGRATION_KEYS } from "./schemas.ts";
import type { IntegrationStatus } from "./schemas.ts";
import { keptFields } from "./settings.ts";
import type { StoredSettings } from "./settings.ts";
import { lockIntegrations, readStored, refusePartnerAccount } from "./stored.ts";
import type { StoredIntegration } from "./stored.ts";

/** Adds integrations, all or none of them, with the privileges they bring (INTEG-21, INTEG-29, PRIV-02 to PRIV-07). */
export const addIntegrations = operation({
  name: "integrations.add",
  summary: "Add integrations to an account",
  permission: [{ feature: "integrations", action: "add" }],
  scope: "account",
  kind: "write",
  input: AddIntegrationsInput,
  output: z.object({ added: z.array(z.enum(INTEGRATION_KEYS)) }),
  http: { method: "POST", path: "/accounts/{accountId}/integrations" },
  async run({ actor, account, db, emit, enqueue, now }, { integrations }) {
    refusePartnerAccount(account);
    await lockIntegrations(db, account.id);
    const stored = await readStored(db, account.id);
    const added = integrations.map(({ key }) => definitionOf(key));
    checkTogether(added, stored);
    const rows = integrations.map(({ key, features }) => {
      const definition = definitionOf(key);
      return { accountId: account.id, key, status: firstStatus(definition), features: featuresOf(definition, features), settings: firstSettings(definition, stored), addedAt: now, addedBy: actor.name, modifiedAt: now, modifiedBy: actor.name };
    });
    await db.integration.createMany({ data: rows });
    const changes = await setSwitches(db, account.id, switchesFor(privilegesOf(added), true));
    const brought = { integrations: added.map(({ name }) => name) };
    const events = rows.map(({ key, status, features }): EventToWrite => ({
      action: "Add",
      asset: { kind: "integration", id: key, name: definitionOf(key).name },
      changes: Object.entries({ status, ...features }).map(([property, after]) => ({ property, before: null, after })),
    }));
    await emit([...events, ...(changes.length > 0 ? [{ action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes, details: brought } satisfies EventToWrite] : [])]);
    for (const { key } of rows) await ON_CHANGE[key]?.(enqueue, account.id);
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return { added: rows.map(({ key }) => key) };
  },
});

/** @throws OperationError conflict when one is there already, lacks a prerequisite, or can not be together with another */
function checkTogether(added: readonly IntegrationDefinition[], stored: readonly StoredIntegration[]): void {
  const keys = new Set(added.map(({ key }) => key));
  for (const { key, removal, addedBy } of stored.filter((each) => keys.has(each.key))) {
    const { name } = definitionOf(key);
    throw conflict(removal ? `${name} is being removed, as ${removal.name} asked for. Add it again when that has ended.` : `${name} is on this account already, added by ${addedBy || "the portal"}.`);
  }
  const present = [...stored.filter(({ removal }) => !removal).map(({ key }) => definitionOf(key)), ...added];
  const all = new Set(present.map(({ key }) => key));
  for (const definition of added) {
    const [missing] = missingNeeds(definition, all);
    if (missing) throw conflict(`${definition.name} needs ${missing.map((key) => definitionOf(key).name).join(" or ")} on this account. Add that as well.`);
    const others = conflictsWith(definition, present).map((key) => definitionOf(key).name);
    if (others.length > 0) throw conflict(`${definition.name} can not be on an account together with ${enumerate(others)}.`);
  }
}

function firstStatus({ setUp, startsOff }: IntegrationDefinition): IntegrationStatus {
  return setUp ? "incomplete" : startsOff ? "off" : "on";
}

/** As its fields begin, unless the integration that had it among its features has kept something for it (ONE-09, ONE-11). */
function firstSettings(definition: IntegrationDefinition, stored: readonly StoredIntegration[]): StoredSettings {
  const host = hostOf(definition.key, stored.map(({ key }) => definitionOf(key)));
  const kept = stored.find(({ key }) => key === host?.key)?.settings ?? {};
  const names = Object.keys(initialValues(keptFields(definition)));
  return Object.fromEntries(names.filter((name) => kept[name] !== undefined).map((name) => [name, kept[name]!]));
}

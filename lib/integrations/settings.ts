/** The settings of an integration as they are stored: secrets sealed, and with those of what its features stand for. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import type { IntegrationDefinition, SettingsDefinition } from "./definition.ts";
import { initialValues, isAsked, tidyValues } from "./fields.ts";
import type { FieldDeclaration, SettingValues } from "./fields.ts";
import { definitionOf } from "./registry.ts";
import type { IntegrationKey, SettingsView } from "./schemas.ts";

type Sealed = { sealed: string };
export type StoredSettings = Record<string, string | boolean | Sealed>;

/** Every field that is kept with an integration: its own, and those of integrations that it has among its features (ONE-09). */
export function keptFields(definition: IntegrationDefinition): readonly FieldDeclaration[] {
  const stoodFor = (definition.features ?? []).flatMap(({ standsFor }) => (standsFor && standsFor !== "chat" ? [definitionOf(standsFor)] : []));
  return [definition, ...stoodFor].flatMap(({ settings }) => settings?.fields ?? []);
}

/** The secrets among fields that are stored already. */
export function keptSecrets(fields: readonly FieldDeclaration[], stored: StoredSettings): string[] {
  return fields.filter(({ kind, name }) => kind === "secret" && stored[name] !== undefined).map(({ name }) => name);
}

/** What is stored of fields, as it may be shown: of a secret nothing (INT-16). */
export function shownValues(fields: readonly FieldDeclaration[], stored: StoredSettings): SettingValues {
  const initial = initialValues(fields);
  const shown = (name: string) => (typeof stored[name] === "object" ? undefined : stored[name]);
  return Object.fromEntries(fields.map(({ name }) => [name, shown(name) ?? initial[name]!]));
}

/** The settings for a page or a dialog. */
export function settingsView({ title, intro = "", fields, confirmWord }: SettingsDefinition, stored: StoredSettings): SettingsView {
  return { title, intro, fields, values: shownValues(fields, stored), keptSecrets: keptSecrets(fields, stored), confirmWord: confirmWord ?? null };
}

/**
 * What is stored after a change.
 * @param values of all fields; an empty secret leaves the stored one as it is
 */
export function storedAfter(place: Place, fields: readonly FieldDeclaration[], stored: StoredSettings, values: SettingValues): StoredSettings {
  const tidy = tidyValues(fields, values);
  const after = fields.map((field): [string, StoredSettings[string] | undefined] => {
    const value = tidy[field.name]!;
    if (field.kind !== "secret") return [field.name, value];
    if (!isAsked(field, values)) return [field.name, undefined];
    return [field.name, value === "" ? stored[field.name] : sealSecret(place, field.name, String(value))];
  });
  return Object.fromEntries(after.filter((pair): pair is [string, StoredSettings[string]] => pair[1] !== undefined));
}

type Place = { accountId: string; key: IntegrationKey };

/** Bound to its place: copied to another account or field it does not open. */
function purposeOf({ accountId, key }: Place, field: string): string {
  return `integration ${accountId} ${key} ${field}`;
}

/** A secret of an integration as it is stored. */
export function sealSecret(place: Place, field: string, secret: string): Sealed {
  return { sealed: Buffer.from(seal(secret, sealKey(), purposeOf(place, field))).toString("base64") };
}

/** A secret of an integration, for its outside system and nobody else; empty when none is stored. */
export function openSecret(place: Place, field: string, stored: StoredSettings): string {
  const kept = stored[field];
  return typeof kept === "object" ? unseal(Buffer.from(kept.sealed, "base64"), sealKey(), purposeOf(place, field)) : "";
}

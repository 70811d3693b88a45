/** Settings between the definition and the form. Pure. */
import { z } from "zod";
import { shapeOf } from "#lib/integrations/fields.ts";
import type { FieldDeclaration, SettingValues } from "#lib/integrations/fields.ts";
import type { SettingsView } from "#lib/integrations/schemas.ts";

/** Where a setting is in the form; the server names a wrong one in the same way. */
export function settingName(field: string): string {
  return `settings.${field}`;
}

type FormSettings = Record<string, string | boolean | null>;

/** What the form begins with; a choice that was not made is no choice. */
export function formValues(fields: readonly FieldDeclaration[], values: SettingValues): FormSettings {
  const isChoice = new Set(fields.filter(({ kind }) => kind === "choice" || kind === "time_zone").map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isChoice.has(name) && value === "" ? null : value]));
}

type SchemaOptions = {
  /** What is required may still be missing. */
  draft: boolean;
  /** Said where the word is missing. */
  wordMissing: string;
};

/** The shape of the form: the settings, and where they ask for it the word that confirms a change (MEET-09). */
export function formSchema({ fields, values, keptSecrets, confirmWord }: SettingsView, { draft, wordMissing }: SchemaOptions) {
  const settings = shapeOf(fields, { draft, keptSecrets });
  return z.object({ settings, confirmation: z.string() }).superRefine((typed, context) => {
    const confirmed = confirmWord === null || typed.confirmation.trim() === confirmWord;
    if (!confirmed && isChanged(typed.settings, values)) context.addIssue({ code: "custom", path: ["confirmation"], message: wordMissing });
  });
}

/** Whether settings differ from those that are stored. */
export function isChanged(settings: Readonly<Record<string, unknown>>, stored: SettingValues): boolean {
  return Object.entries(stored).some(([name, value]) => (settings[name] ?? "") !== value);
}

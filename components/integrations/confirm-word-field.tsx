"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import { TextField } from "#components/forms/text-field.tsx";
import type { SettingValues } from "#lib/integrations/fields.ts";
import { isChanged } from "./setting-values.ts";

/** Comes with the first change, and wants the word before it is saved (MEET-09). */
export function ConfirmWordField({ word, stored }: { word: string; stored: SettingValues }) {
  const t = useTranslations("integrations.settings");
  const { control } = useFormContext();
  const settings = useWatch({ control, name: "settings" }) as Record<string, unknown>;
  if (!isChanged(settings, stored)) return null;
  return <TextField name="confirmation" label={t("typeWord", { word })} hint={t("typeWordHint", { word })} />;
}

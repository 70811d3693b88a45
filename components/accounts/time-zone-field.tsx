"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import { useFormContext } from "#components/forms/form-context.ts";

/** The time zone of an account, out of those that this browser knows and the one it has. */
export function TimeZoneField() {
  const t = useTranslations("accounts.form");
  const { control } = useFormContext();
  const chosen: unknown = useWatch({ control, name: "timeZone" });
  const zone = typeof chosen === "string" ? chosen : "";
  const options = useMemo(() => zoneOptions(zone), [zone]);
  return <ComboboxField name="timeZone" label={t("timeZone")} options={options} hint={t("timeZoneHint")} required />;
}

// Names of one zone differ between browser and server (Asia/Calcutta, Asia/Kolkata), so the one that is stored is always offered.
function zoneOptions(zone: string): { value: string; label: string }[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(zone ? [zone] : [])]);
  return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll("_", " ") }));
}

"use client";

import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { ComboboxField } from "./combobox-field.tsx";
import type { FieldProps } from "./field.tsx";
import { useFormContext } from "./form-context.ts";

/** A time zone, out of those that this browser knows and the one that is chosen. */
export function TimeZoneField(props: FieldProps) {
  const { control } = useFormContext();
  const chosen: unknown = useWatch({ control, name: props.name });
  const zone = typeof chosen === "string" ? chosen : "";
  const options = useMemo(() => zoneOptions(zone), [zone]);
  return <ComboboxField {...props} options={options} />;
}

// Names of one zone differ between browser and server (Asia/Calcutta, Asia/Kolkata), so the one that is stored is always offered.
function zoneOptions(zone: string): { value: string; label: string }[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(zone ? [zone] : [])]);
  return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll("_", " ") }));
}

"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/forms/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { FilterChoice } from "./filter-choice.ts";

type FilterDateProps = { end: "start" | "end"; choice: FilterChoice; fault: string | undefined; onChange: (changed: Partial<FilterChoice>) => void };

/** One end of the date range: a day out of the calendar, and a time of its own if wanted (EVENT-47). */
export function FilterDate({ end, choice, fault, onChange }: FilterDateProps) {
  const t = useTranslations("events.filter");
  return (
    <div className="grid grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] gap-2">
      <Field id={`filter-${end}-date`} label={t(`${end}Date`)} error={fault}>
        {(aria) => <Input {...aria} type="date" max="9999-12-31" value={choice[`${end}Date`]} onChange={(event) => onChange({ [`${end}Date`]: event.target.value })} />}
      </Field>
      <Field id={`filter-${end}-time`} label={t(`${end}Time`)}>
        {(aria) => <Input {...aria} type="time" step={1} value={choice[`${end}Time`]} onChange={(event) => onChange({ [`${end}Time`]: event.target.value })} />}
      </Field>
    </div>
  );
}

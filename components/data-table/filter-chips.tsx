"use client";

import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag.tsx";
import { valueLabel } from "./filters.ts";
import type { FilterDefinition } from "./filters.ts";

type FilterChipsProps = {
  filters: readonly FilterDefinition[];
  applied: Readonly<Record<string, string>>;
  onRemove: (id: string) => void;
};

/** The filters in use, each with a cross to take it off. */
export function FilterChips({ filters, applied, onRemove }: FilterChipsProps) {
  const t = useTranslations("table.filter");
  return filters.map((filter) => {
    const value = applied[filter.id];
    if (value === undefined) return null;
    const names = { filter: filter.label, value: valueLabel(filter, value) };
    return (
      <Tag key={filter.id} tone="accent" onRemove={() => onRemove(filter.id)} removeLabel={t("remove", names)}>
        {t("chip", names)}
      </Tag>
    );
  });
}

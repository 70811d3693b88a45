"use client";

import Check from "lucide-react/icons/check";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { categoryLabel } from "#lib/telephony/schemas.ts";
import type { CategoryChoice, ServiceCategory } from "#lib/telephony/schemas.ts";

type CategoryChoicesProps = { choices: readonly CategoryChoice[]; present: ServiceCategory | null; onBack: () => void; onApply: (category: ServiceCategory | null) => void };

/** The service categories with what each contains: one is taken with "Select" and kept with "Apply" (SVC-04, SVC-05). */
export function CategoryChoices({ choices, present, onBack, onApply }: CategoryChoicesProps) {
  const t = useTranslations("telephony.setUp");
  const [selected, setSelected] = useState(present);
  const isSelected = ({ name, tier }: CategoryChoice) => selected?.name === name && selected.tier === tier;
  return (
    <>
      {choices.length === 0 && <p className="text-fg-2">{t("noCategories")}</p>}
      <ul className="divide-y divide-line">
        {choices.map((category) => {
          const label = categoryLabel(category);
          return (
            <li key={label} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-semibold">{label}</p>
                <p className="text-fg-2">{category.contains.join(", ")}</p>
                <p className="text-fg-3">{t("templates", { count: category.templates })}</p>
              </div>
              <Button
                size="sm"
                aria-pressed={isSelected(category)}
                aria-label={t("selectOne", { category: label })}
                icon={isSelected(category) && <Check aria-hidden />}
                onClick={() => setSelected({ name: category.name, tier: category.tier })}
              >
                {t(isSelected(category) ? "selected" : "select")}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>{t("back")}</Button>
        {choices.length > 0 && <Button variant="primary" aria-disabled={selected === null || undefined} onClick={() => selected && onApply(selected)}>{t("apply")}</Button>}
      </div>
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { RunGroup } from "./run-query.ts";

export type RunGroupChoice = { group: RunGroup | "all"; label: string };

type RunGroupsProps = { choices: readonly RunGroupChoice[]; chosen: RunGroup | "all"; onChoose: (group: RunGroup | "all") => void };

/** Narrows the runs to those that stand alike. */
export function RunGroups({ choices, chosen, onChoose }: RunGroupsProps) {
  const t = useTranslations("plans.list");
  if (choices.length < 2) return null;
  return (
    <div role="group" aria-label={t("show")} className="flex flex-wrap gap-1">
      {choices.map(({ group, label }) => (
        <button
          key={group}
          type="button"
          aria-pressed={group === chosen}
          onClick={() => onChoose(group)}
          className={classNames(
            "min-h-7 rounded-full border px-3 text-xs font-semibold transition-colors",
            group === chosen ? "border-accent-line bg-accent-soft text-accent" : "border-line-strong text-fg-2 hover:bg-surface-2",
          )}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

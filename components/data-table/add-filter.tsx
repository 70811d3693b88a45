"use client";

import ArrowLeft from "lucide-react/icons/arrow-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Popover } from "#components/ui/popover.tsx";
import { POPUP_ITEM } from "#components/ui/popup-classes.ts";
import { ChoiceFilter } from "./choice-filter.tsx";
import { blockerOf } from "./filters.ts";
import type { FilterDefinition } from "./filters.ts";
import { TextFilter } from "./text-filter.tsx";

type AddFilterProps = {
  filters: readonly FilterDefinition[];
  applied: Readonly<Record<string, string>>;
  onApply: (filter: FilterDefinition, value: string) => void;
};

/** Offers the kinds of filter, then the values of the one taken. One that can not be used now says why. */
export function AddFilter({ filters, applied, onApply }: AddFilterProps) {
  const t = useTranslations("table.filter");
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<FilterDefinition | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  // The button that was pressed has gone with its step; focus goes on to the next one.
  useEffect(() => panel.current?.querySelector<HTMLElement>("button, input")?.focus(), [taken]);

  const toggle = (next: boolean) => {
    setOpen(next);
    if (next) setTaken(filters.length === 1 ? (filters[0] ?? null) : null);
  };
  const apply = (value: string) => {
    if (taken) onApply(taken, value);
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={toggle}
      align="start"
      title={taken?.label ?? t("add")}
      trigger={
        <button type="button" className="link inline-flex min-h-control items-center gap-2 rounded-md px-2.5 text-sm font-semibold">
          <Plus aria-hidden className="size-4" />
          {t("add")}
        </button>
      }
    >
      <div ref={panel}>
        {taken === null && (
          <ul className="-mx-1">
            {filters.map((filter) => (
              <li key={filter.id}>
                <FilterKind filter={filter} blocker={blockerOf(filter, filters, { filters: applied })} onTake={() => setTaken(filter)} />
              </li>
            ))}
          </ul>
        )}
        {taken?.kind === "choice" && <ChoiceFilter filter={taken} value={applied[taken.id]} onChoose={apply} />}
        {taken?.kind === "text" && <TextFilter filter={taken} value={applied[taken.id] ?? ""} onApply={apply} />}
        {taken !== null && filters.length > 1 && (
          <Button variant="ghost" size="sm" icon={<ArrowLeft aria-hidden />} className="mt-2 -ms-1" onClick={() => setTaken(null)}>
            {t("back")}
          </Button>
        )}
      </div>
    </Popover>
  );
}

type FilterKindProps = { filter: FilterDefinition; blocker: FilterDefinition | undefined; onTake: () => void };

function FilterKind({ filter, blocker, onTake }: FilterKindProps) {
  const t = useTranslations("table.filter");
  return (
    <button
      type="button"
      aria-disabled={blocker !== undefined || undefined}
      onClick={() => blocker === undefined && onTake()}
      className={classNames(POPUP_ITEM, "hover:bg-accent-soft aria-disabled:text-fg-3 aria-disabled:hover:bg-transparent")}
    >
      <span className="flex-1">
        {filter.label}
        {blocker && <span className="block text-xs">{t("blocked", { filter: blocker.label })}</span>}
      </span>
      <ChevronRight aria-hidden className="text-fg-3 rtl:-scale-x-100" />
    </button>
  );
}

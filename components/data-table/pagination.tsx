"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import { PAGE_SIZES } from "./limits.ts";
import { nextPage, previousPage } from "./list-changes.ts";
import type { ListState } from "./list-state.ts";
import { pageRange } from "./page-range.ts";
import type { Selected } from "./use-ticks.ts";

type PaginationProps = {
  list: ListPage<unknown>;
  /** The state of the rows on screen. */
  state: ListState;
  selected: Selected;
  /** Other rows are on their way: the keys at hand are then not theirs. */
  pending: boolean;
  onAsk: (next: ListState) => void;
  onSize: (size: number) => void;
};

/** What of the list is on screen (or, while rows are ticked, how many are), and the way to the rest. */
export function Pagination({ list, state, selected, pending, onAsk, onSize }: PaginationProps) {
  const t = useTranslations("table.page");
  const range = pageRange(list, state.page, state.size);
  const figure = (count: number, exact: boolean) => t(exact ? "figure" : "moreThan", { count });
  const total = figure(range.total, range.totalIsExact);
  const size = (count: number) => t("sizeOption", { size: count });
  const next = pending ? null : list.next;
  const previous = pending ? null : list.previous;
  const words =
    selected.count > 0
      ? t("selected", { count: figure(selected.count, selected.countIsExact), total })
      : t(range.to === 0 ? "none" : "showing", { from: range.from, to: range.to, total });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3.5 py-1 text-sm text-fg-3">
      <p role="status" className="flex-1 whitespace-nowrap">
        {words}
      </p>
      <div className="w-36 max-sm:hidden">
        <Menu trigger={<Button size="sm" icon={<ChevronsUpDown aria-hidden />} className="w-full flex-row-reverse">{size(state.size)}</Button>}>
          <MenuChoice label={t("size")} value={String(state.size)} options={PAGE_SIZES.map((each) => ({ value: String(each), label: size(each) }))} onValueChange={(next) => onSize(Number(next))} />
        </Menu>
      </div>
      <div className="flex items-center">
        <IconButton
          label={t("previous")}
          icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
          aria-disabled={previous === null || undefined}
          onClick={() => previous !== null && onAsk(previousPage(state, previous))}
        />
        <IconButton
          label={t("next")}
          icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
          aria-disabled={next === null || undefined}
          onClick={() => next !== null && onAsk(nextPage(state, next))}
        />
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListPage } from "#lib/lists/schemas.ts";
import { tickedOnPage } from "./selection.ts";
import type { Ticks } from "./selection.ts";
import type { Selected } from "./use-ticks.ts";

type SelectionWordsProps = {
  list: ListPage<unknown>;
  pageIds: readonly string[];
  ticks: Ticks;
  selected: Selected;
  onSelectAll: (() => void) | undefined;
};

const TAGS = { b: (words: ReactNode) => <strong className="font-semibold">{words}</strong> };

/** How many rows are selected and which ones are meant; once the whole page is ticked or more match, the offer to take all. */
export function SelectionWords({ list, pageIds, ticks, selected, onSelectAll }: SelectionWordsProps) {
  const t = useTranslations("table.select");
  const { count } = selected;
  const exact = list.totalIsExact;
  if (ticks.mode === "all") {
    const left = ticks.ids.size;
    const words = { ...TAGS, count, left, exact: String(exact) };
    return <p>{left === 0 ? t.rich("everything", words) : t.rich("everythingBut", words)}</p>;
  }
  const here = tickedOnPage(ticks, pageIds);
  return (
    <p className="flex flex-wrap gap-x-2">
      <span>{here === count ? t.rich("onPage", { ...TAGS, count }) : t.rich("beyondPage", { ...TAGS, count, here })}</span>
      {onSelectAll && list.total > count && (
        <button type="button" className="underline underline-offset-4 hover:no-underline" onClick={onSelectAll}>
          {t("all", { count: list.total, exact: String(exact) })}
        </button>
      )}
    </p>
  );
}

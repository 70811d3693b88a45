"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import { pageRange } from "#components/data-table/page-range.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import { nextPlace, previousPlace } from "./place.ts";
import type { Place } from "./place.ts";

type RunPagerProps = { list: ListPage<unknown>; size: number; place: Place; onMove: (place: Place) => void };

/** Which runs of how many are on screen, and the way to the others; nothing where all of them are. */
export function RunPager({ list, size, place, onMove }: RunPagerProps) {
  const t = useTranslations("table.page");
  const { next, previous } = list;
  if (next === null && previous === null) return null;
  const { from, to, total, totalIsExact } = pageRange(list, place.page, size);
  return (
    <div className="flex items-center gap-3 border-t border-line px-4 py-1 text-sm text-fg-3">
      <p role="status" className="flex-1">
        {t("showing", { from, to, total: t(totalIsExact ? "figure" : "moreThan", { count: total }) })}
      </p>
      <IconButton
        label={t("previous")}
        icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
        aria-disabled={previous === null || undefined}
        onClick={() => previous !== null && onMove(previousPlace(place, previous))}
      />
      <IconButton
        label={t("next")}
        icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
        aria-disabled={next === null || undefined}
        onClick={() => next !== null && onMove(nextPlace(place, next))}
      />
    </div>
  );
}

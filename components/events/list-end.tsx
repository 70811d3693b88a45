"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { EventPages } from "./use-event-pages.ts";
import { useKeptPlace } from "./use-kept-place.ts";

/** What stands behind the last event that is loaded: it asks for more as it comes into sight, and says when there is no more (EVENT-04, EVENT-06 to EVENT-08). */
export function ListEnd({ pages }: { pages: EventPages }) {
  const t = useTranslations("events");
  const mark = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(() => pages.loadMore());
  const isMore = pages.next !== null && !pages.failed;
  useKeptPlace(mark, pages.keys);

  // Anew after each page: when the next one is short too, the mark has not left the sight meanwhile.
  const { length } = pages.items;
  useEffect(() => {
    if (!isMore || !mark.current) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: "300px" });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [isMore, length]);
  return (
    <div ref={mark} className="sticky start-0 min-h-px max-w-[calc(100vw-2rem)] p-3 text-sm">
      {pages.loading && (
        <p role="status" className="flex items-center justify-center gap-2 text-fg-2">
          <Spinner />
          {t("loading")}
        </p>
      )}
      {pages.failed && <Banner tone="bad" live title={t("failed")} />}
      {!isMore && !pages.failed && <Banner live title={t("allShown")} />}
    </div>
  );
}

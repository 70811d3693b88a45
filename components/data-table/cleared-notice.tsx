"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import type { Cleared } from "./use-ticks.ts";

/** Says that a change of filter has cleared the selection, so that nobody acts on rows they think are still ticked. */
export function ClearedNotice({ cleared, onClose }: { cleared: Cleared; onClose: () => void }) {
  const t = useTranslations("table.select");
  return <Banner live className="mb-3" title={cleared.all ? t("clearedAll") : t("cleared", { count: cleared.count })} onClose={onClose} />;
}

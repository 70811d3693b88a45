"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { AccountSearch } from "./use-account-search.ts";

/** What there is to say about a search besides its results: that it is under way, failed, found nothing, or not all. */
export function AccountSearchNotice({ found, onRetry }: { found: AccountSearch; onRetry: () => void }) {
  const t = useTranslations("shell.account");
  return (
    <div role="status" className="px-2 text-xs text-fg-3 not-empty:py-2">
      {found.status === "searching" && t("searching")}
      {found.status === "failed" && (
        <span className="flex items-center justify-between gap-2 text-bad">
          {t("failed")}
          <Button size="sm" onClick={onRetry}>
            {t("retry")}
          </Button>
        </span>
      )}
      {found.status === "found" && noticeOf(found)}
    </div>
  );

  function noticeOf({ search, answer: list }: Extract<AccountSearch, { status: "found" }>): string | null {
    const shown = list.items.length;
    if (shown === 0) return t("none", { search });
    if (list.next === null) return null;
    return t(list.totalIsExact ? "more" : "moreThanCounted", { shown, total: list.total });
  }
}

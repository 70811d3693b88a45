"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Search } from "./use-search.ts";

type SearchNoticeProps = {
  found: Search;
  search: string;
  /** No page or action fits either. */
  nothingElse: boolean;
  /** The text is too short to look for users in all accounts. */
  tooShort: boolean;
  onRetry: () => void;
};

/** What there is to say about a search besides its results: that it is under way, failed, found nothing, or not all. */
export function SearchNotice({ found, search, nothingElse, tooShort, onRetry }: SearchNoticeProps) {
  const t = useTranslations("shell.jump");
  const failed = found.status === "failed";
  return (
    <div role="status" className="px-2 text-sm text-fg-3 not-empty:py-2">
      {failed && (
        <span className="flex items-center justify-between gap-2 text-bad">
          {t("searchFailed")}
          <Button size="sm" onClick={onRetry}>
            {t("retry")}
          </Button>
        </span>
      )}
      {!failed && sentence()}
    </div>
  );

  function sentence(): string | null {
    if (found.status === "searching") return t("searching");
    const hits = found.status === "found" ? found.answer.accounts.items.length + found.answer.users.items.length : 0;
    if (search !== "" && tooShort) return t("short");
    if (hits === 0) return nothingElse ? t("nothing", { search }) : null;
    return found.status === "found" && (found.answer.accounts.more || found.answer.users.more) ? t("more") : null;
  }
}

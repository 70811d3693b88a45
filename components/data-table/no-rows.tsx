"use client";

import FilterX from "lucide-react/icons/filter-x";
import Lock from "lucide-react/icons/lock";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { firstPage, isFiltered, withoutFilters } from "./list-changes.ts";
import type { ListResult } from "./list-result.ts";
import type { ListAddress } from "./use-list-address.ts";

/** What a list says before there is anything in it. */
export type FirstUse = { icon?: ReactNode; title: ReactNode; text?: ReactNode; action?: ReactNode };

type NoRowsProps = { name: string; result: ListResult<unknown>; address: ListAddress; firstUse: FirstUse };

/** Why a list shows no rows, and what to do about it: failed, hidden by role, no match, past the end, or not begun. */
export function NoRows({ name, result, address, firstUse }: NoRowsProps) {
  const t = useTranslations("table.list");
  const filter = useTranslations("table.filter");
  const { answered, state, ask } = address;

  if ("failure" in result && result.failure === "error") {
    return (
      <ErrorState title={t("failedTitle", { name })} requestId={result.requestId} onRetry={address.reload} retrying={address.pending}>
        {result.message}
      </ErrorState>
    );
  }
  if ("failure" in result) {
    return (
      <EmptyState icon={<Lock />} title={t("forbiddenTitle")}>
        {t("forbidden", { name })}
      </EmptyState>
    );
  }
  if (answered.after !== null || answered.before !== null) {
    return (
      <EmptyState title={t("pastEndTitle")} action={<Button onClick={() => ask(firstPage(state))}>{t("toFirst")}</Button>}>
        {t("pastEnd")}
      </EmptyState>
    );
  }
  if (isFiltered(answered)) {
    return (
      <EmptyState icon={<FilterX />} title={t("noMatchTitle")} action={<Button onClick={() => ask(withoutFilters(state))}>{filter("clear")}</Button>}>
        {t("noMatch")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={firstUse.icon} title={firstUse.title} action={firstUse.action}>
      {firstUse.text}
    </EmptyState>
  );
}

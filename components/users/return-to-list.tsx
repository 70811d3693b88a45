"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useListPlace } from "#components/data-table/list-place.ts";

/** The way back from a page about users to their list, as it was left. */
export function ReturnToList({ accountId }: { accountId: string }) {
  const t = useTranslations("users.manage");
  const list = useListPlace(`/accounts/${accountId}/users`);
  return (
    <Link href={list} className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm">
      <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t("back")}
    </Link>
  );
}

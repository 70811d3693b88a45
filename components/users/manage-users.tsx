"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import KeyRound from "lucide-react/icons/key-round";
import Layers from "lucide-react/icons/layers";
import Mail from "lucide-react/icons/mail";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.tsx";
import { BulkDialog } from "./bulk-dialog.tsx";
import type { AskedAct } from "./bulk-dialog.tsx";
import { BulkResultBanner, useResultWords } from "./bulk-result.tsx";
import type { ActResult } from "./bulk-result.tsx";
import { allUsers, keepForPlan, keptForManaging } from "./selected-users.ts";
import type { SelectedUsers } from "./selected-users.ts";
import type { UserRights } from "./user-rights.ts";
import { useUserWords } from "./user-words.ts";

type ManageUsersProps = { accountId: string; userCount: number; selected: boolean; rights: UserRights };

/** What can be done to all users of the account, or to those that were selected in the list (USER-11, USER-53, USER-58, USER-59). */
export function ManageUsers({ accountId, userCount, selected, rights }: ManageUsersProps) {
  const t = useTranslations("users.manage");
  const kept = useSyncExternalStore(never, () => (selected ? sessionStorageText() : ""), () => null);
  const users = selected ? kept && keptForManaging() : allUsers(userCount);
  // On the server nobody knows what this window has kept.
  if (selected && kept === null) return null;
  return (
    <>
      <Link href={`/accounts/${accountId}/users`} className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        {t("back")}
      </Link>
      {users ? (
        <Manager accountId={accountId} users={users} all={!selected} rights={rights} />
      ) : (
        <EmptyState title={t("lostTitle")} action={<ButtonLink href={`/accounts/${accountId}/users`}>{t("back")}</ButtonLink>}>
          {t("lost")}
        </EmptyState>
      )}
    </>
  );
}

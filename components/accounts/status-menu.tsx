"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";
import { ACCOUNT_STATUSES } from "#lib/accounts/schemas.ts";
import type { AccountStatus } from "./account-list.ts";

/** The down-arrow above the search: active or deactivated accounts (ACCT-03). What was searched for is searched for there too. */
export function StatusMenu({ status }: { status: AccountStatus }) {
  const t = useTranslations("accounts.list");
  const router = useRouter();
  const search = useSearchParams().get("search");

  function choose(next: AccountStatus) {
    router.push(`/accounts?${new URLSearchParams({ ...(next === "deactivated" && { status: next }), ...(search && { search }) })}`);
  }
  return (
    <div className="mb-2.5">
      <Menu
        align="start"
        trigger={
          <Button>
            <span className="sr-only">{t("status")}</span>
            {t(status)}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuChoice label={t("status")} value={status} onValueChange={choose} options={ACCOUNT_STATUSES.map((value) => ({ value, label: t(value) }))} />
      </Menu>
    </div>
  );
}

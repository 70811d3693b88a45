"use client";

import Building2 from "lucide-react/icons/building-2";
import Plus from "lucide-react/icons/plus";
import { useFormatter, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import type { ListPage } from "#lib/lists/schemas.ts";
import { accountColumns } from "./account-columns.tsx";
import type { AccountRow } from "./account-columns.tsx";
import { ACCOUNT_LIST, type AccountStatus } from "./account-list.ts";
import { StatusMenu } from "./status-menu.tsx";

type AccountsTableProps = { page: ListPage<AccountRow>; status: AccountStatus; preferences: ListPreferences; partner: { id: string; name: string }; mayAdd: boolean; accountManager: boolean };

const keepPreferences = keepListPreferences("accounts");
const idOf = ({ id }: AccountRow) => id;
const nameOf = ({ name }: AccountRow) => name;

/** The customer accounts of a partner: active ones lead to their page, deactivated ones to their reactivation (ACCT-01 to ACCT-04, ACCT-16). */
export function AccountsTable({ page, status, preferences, partner, mayAdd, accountManager }: AccountsTableProps) {
  const t = useTranslations("accounts.list");
  const format = useFormatter();
  const columns = useMemo(() => accountColumns(t, format), [t, format]);
  const params = useSearchParams();
  const asked = status === "deactivated" ? params.get("reactivate") : null;
  const { part: Dialog } = useLatePart(() => import("./reactivate-dialog.tsx").then((module) => module.ReactivateDialog), asked !== null);

  const addressWith = (change: (query: URLSearchParams) => void) => {
    const query = new URLSearchParams(params);
    change(query);
    return `/accounts?${query}`;
  };
  const add = (variant: "primary" | "secondary") =>
    mayAdd && (
      <ButtonLink href="/accounts/new" variant={variant} icon={<Plus aria-hidden />}>
        {t("add")}
      </ButtonLink>
    );
  const firstUse =
    status === "active"
      ? { icon: <Building2 />, title: t(accountManager ? "noneAssignedTitle" : "emptyTitle"), text: t(accountManager ? "noneAssigned" : "empty"), action: add("secondary") }
      : { icon: <Building2 />, title: t("noneDeactivatedTitle"), text: t("noneDeactivated") };
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle", { partner: partner.name })}
        actions={
          <>
            <ButtonLink href={`/accounts/${partner.id}/information`}>{t("partnerAccount")}</ButtonLink>
            {add("primary")}
          </>
        }
      />
      <StatusMenu status={status} />
      <DataTable
        key={status}
        name={t("title")}
        shape={ACCOUNT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => (status === "active" ? `/accounts/${id}/information` : addressWith((query) => query.set("reactivate", id)))}
        firstUse={firstUse}
        searchLabel={t("search")}
        exportHref={(as, query) => `/api/v1/accounts/export?format=${as}&status=${status}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
      {asked !== null && Dialog && (
        <Dialog
          key={asked}
          account={{ id: asked, name: page.items.find(({ id }) => id === asked)?.name }}
          onClose={() => window.history.replaceState(null, "", addressWith((query) => query.delete("reactivate")))}
        />
      )}
    </>
  );
}

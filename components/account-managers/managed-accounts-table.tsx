"use client";

import Building2 from "lucide-react/icons/building-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { request } from "#components/api/request.ts";
import type { BulkAction } from "#components/data-table/bulk-bar.tsx";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { Time } from "#components/ui/time.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { SHARES, type ManagedAccountPage, type ManagedAccountsChange, type ManagedAccountView, type Share } from "#lib/account-managers/schemas.ts";
import { ActDialog } from "./act-dialog.tsx";
import { MANAGED_ACCOUNT_LIST, managedAccountsOf } from "./manager-list.ts";

type ManagedAccountsTableProps = { share: Share; page: ManagedAccountPage; preferences: ListPreferences };
type Translate = ReturnType<typeof useTranslations<"accountManagers.accounts">>;
type Act = "assign" | "unassign";
type Asked = { act: Act; body: unknown; count: number; names: string[]; clear: () => void };

const keepPreferences = keepListPreferences("managed-accounts");
const idOf = ({ id }: ManagedAccountView) => id;
const nameOf = ({ name }: ManagedAccountView) => name;

/** What can be done in each tab (AMGR-21 to AMGR-23). */
const ACTS: Record<Share, readonly Act[]> = { all: ["unassign"], some: ["assign", "unassign"], none: ["assign"] };

/** How many of the ticked accounts the dialog names. */
const NAMED = 10;

/** The accounts of one account manager, or of several, by how far they have them (AMGR-14 to AMGR-26). */
export function ManagedAccountsTable({ share, page, preferences }: ManagedAccountsTableProps) {
  const t = useTranslations("accountManagers.accounts");
  const router = useRouter();
  const columns = useMemo(() => accountColumns(t), [t]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const managerIds = page.people.map(({ id }) => id);
  const [only] = page.people;
  const isOne = page.people.length === 1;
  const known = new Map(page.items.map(({ id, name }) => [id, name]));
  const action = (act: Act): BulkAction => ({
    id: act,
    label: t(act),
    onSelect: (selection, { count, clear }) => {
      const accounts = selection.mode === "all" ? { ...selection, filter: { ...selection.filter, share } } : selection;
      const names = selection.mode === "some" ? selection.ids.flatMap((id) => known.get(id) ?? []) : [];
      setAsked({ act, body: { managerIds, accounts }, count, names: names.slice(0, NAMED), clear });
    },
  });
  const words = { count: asked?.count ?? 0, people: page.people.length, name: only?.name ?? "" };
  return (
    <>
      <DataTable
        key={share}
        name={t("title")}
        shape={MANAGED_ACCOUNT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => `/accounts/${id}/information`}
        firstUse={{ icon: <Building2 />, title: t(`empty.${share}`), text: t(isOne ? "emptyOne" : "emptyMany") }}
        searchLabel={t("search")}
        bulkActions={ACTS[share].map(action)}
        preferences={preferences}
        keepPreferences={keepPreferences}
        exportHref={(format, query) => `/api/v1/account-managers/accounts/export?format=${format}&managers=${managerIds.join()}&share=${share}&${query}`}
        heading={() => (
          <>
            <PageHeader title={isOne ? only!.name : t("manage", { count: page.people.length })} subtitle={isOne ? t("oneSubtitle") : page.people.map(({ name }) => name).join(", ")} />
            <TabLinks
              label={t("title")}
              current={share}
              links={SHARES.filter((each) => !isOne || each !== "some").map((id) => ({
                id,
                label: isOne && id === "all" ? t("tabs.one", { count: page.figures.all }) : t(`tabs.${id}`, { count: page.figures[id] }),
                href: managedAccountsOf(managerIds, id),
              }))}
            />
          </>
        )}
      />
      {asked && (
        <ActDialog<ManagedAccountsChange>
          title={t(`${asked.act}Title`, words)}
          confirmLabel={t(asked.act)}
          cancelLabel={t("cancel")}
          progressLabel={t(`${asked.act}Progress`)}
          act={(idempotencyKey) => request("POST", `/account-managers/${asked.act}`, { body: asked.body, idempotencyKey })}
          outcome={({ people }) => (
            <ul className="flex list-disc flex-col gap-0.5 ps-5 marker:text-fg-3">
              {people.map(({ name, changed }, index) => (
                <li key={index}>{t(`${asked.act}Done`, { name, count: changed })}</li>
              ))}
            </ul>
          )}
          onClose={(done) => {
            if (done) asked.clear();
            setAsked(null);
            if (done) router.refresh();
          }}
        >
          <p>{t(`${asked.act}Text`, words)}</p>
          <ul className="flex list-disc flex-col gap-0.5 ps-5 marker:text-fg-3">
            {asked.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
            {asked.count > asked.names.length && asked.names.length > 0 && <li>{t("andMore", { count: asked.count - asked.names.length })}</li>}
          </ul>
        </ActDialog>
      )}
    </>
  );
}

function accountColumns(t: Translate): Column<ManagedAccountView>[] {
  return [
    { id: "name", header: t("columns.name"), cell: nameOf, width: "max-w-52 sm:max-w-88" },
    { id: "id", header: t("columns.id"), cell: ({ id }) => <span className="font-mono text-xs">{id}</span>, from: "lg" },
    { id: "modified", header: t("columns.modified"), cell: ({ modifiedAt, modifiedBy }) => <ModifiedOn at={modifiedAt} by={modifiedBy} />, from: "md", width: "max-w-72" },
    { id: "managers", header: t("columns.managers"), cell: ({ managers }) => <Managers names={managers} none={t("noManagers")} />, numeric: true, width: "w-48" },
  ];
}

function ModifiedOn({ at, by }: { at: string; by: string }) {
  return (
    <>
      <Time value={at} show="date" /> {by && `(${by})`}
    </>
  );
}

/** How many account managers the account has; hovering over it tells their names (AMGR-20). */
function Managers({ names, none }: { names: string[]; none: string }) {
  return (
    <Tooltip content={names.length > 0 ? names.join(", ") : none}>
      <button type="button" className="min-h-6 min-w-6 rounded-sm tabular-nums underline decoration-dotted underline-offset-4">
        {names.length}
      </button>
    </Tooltip>
  );
}

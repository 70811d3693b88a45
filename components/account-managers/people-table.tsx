"use client";

import EllipsisVertical from "lucide-react/icons/ellipsis-vertical";
import UserCog from "lucide-react/icons/user-cog";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { request } from "#components/api/request.ts";
import type { BulkAction } from "#components/data-table/bulk-bar.tsx";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import type { Selected } from "#components/data-table/use-ticks.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PARTNER_KINDS, PartnerPeoplePage, PartnerPerson } from "#lib/account-managers/schemas.ts";
import { ActDialog } from "./act-dialog.tsx";
import { managedAccountsOf, PEOPLE_LIST } from "./manager-list.ts";

type Kind = (typeof PARTNER_KINDS)[number];
type PeopleTableProps = { kind: Kind; page: PartnerPeoplePage; preferences: ListPreferences };
type Translate = ReturnType<typeof useTranslations<"accountManagers.people">>;

const keepPreferences = keepListPreferences("account-managers");
const idOf = ({ id }: PartnerPerson) => id;
const nameOf = ({ name }: PartnerPerson) => name;
const isSomebodyElse = ({ isSelf }: PartnerPerson) => !isSelf;

/** The account managers, or the administrators, of the partner account, and what becomes of those ticked (AMGR-03 to AMGR-13, AMGR-27 to AMGR-29). */
export function PeopleTable({ kind, page, preferences }: PeopleTableProps) {
  const t = useTranslations("accountManagers.people");
  const router = useRouter();
  const columns = useMemo(() => peopleColumns(t, kind), [t, kind]);
  const [asked, setAsked] = useState<{ act: "convert" | "upgrade"; userIds: string[]; clear: () => void } | null>(null);
  const known = new Map(page.items.map((person) => [person.id, person]));
  const ask = (act: "convert" | "upgrade", { selection, clear }: Selected) => {
    if (selection?.mode === "some") setAsked({ act, userIds: selection.ids, clear });
  };
  // People ticked on another page are meant too; only their names are not at hand.
  const seen = asked?.userIds.flatMap((id) => known.get(id) ?? []) ?? [];
  const manage = (selected: Selected) => selected.selection?.mode === "some" && router.push(managedAccountsOf(selected.selection.ids));
  const bulkActions: BulkAction[] =
    kind === "managers"
      ? [
          { id: "manage", label: t("manageSelectedShort"), onSelect: (_, selected) => manage(selected) },
          { id: "upgrade", label: t("upgrade"), onSelect: (_, selected) => ask("upgrade", selected) },
        ]
      : [{ id: "convert", label: t("convert"), onSelect: (_, selected) => ask("convert", selected) }];
  return (
    <>
      <DataTable
        key={kind}
        name={t(`tabs.${kind}`, { count: page.figures[kind] })}
        shape={PEOPLE_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={kind === "managers" ? ({ id }) => managedAccountsOf([id]) : undefined}
        firstUse={{ icon: <UserCog />, title: t(`${kind}EmptyTitle`), text: t(`${kind}Empty`) }}
        searchLabel={t("search")}
        bulkActions={bulkActions}
        mayTick={isSomebodyElse}
        exportHref={(format, query) => `/api/v1/account-managers/export?format=${format}&kind=${kind}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
        heading={(selected) => (
          <>
            <PageHeader
              title={t("title")}
              subtitle={t("subtitle")}
              actions={
                kind === "managers" && (
                  <>
                    <Button disabled={selected.count === 0} onClick={() => manage(selected)}>
                      {t("manageSelected", { count: selected.count })}
                    </Button>
                    <Menu trigger={<IconButton variant="secondary" label={t("more")} icon={<EllipsisVertical aria-hidden />} />}>
                      <MenuItem disabled={selected.count === 0} hint={selected.count === 0 && t("tickFirst")} onSelect={() => ask("upgrade", selected)}>
                        {t("upgrade")}
                      </MenuItem>
                    </Menu>
                  </>
                )
              }
            />
            <TabLinks
              label={t("title")}
              current={kind}
              links={(["managers", "administrators"] as const).map((id) => ({ id, label: t(`tabs.${id}`, { count: page.figures[id] }), href: id === "managers" ? "/account-managers" : `/account-managers?kind=${id}` }))}
            />
          </>
        )}
      />
      {asked && (
        <ActDialog<{ changed: { id: string; name: string }[] }>
          title={t(`${asked.act}Title`)}
          confirmLabel={t(`${asked.act}Confirm`)}
          cancelLabel={t("cancel")}
          progressLabel={t(`${asked.act}Progress`)}
          act={(idempotencyKey) => request("POST", `/account-managers/${asked.act}`, { body: { userIds: asked.userIds }, idempotencyKey })}
          outcome={({ changed }) => <p>{t(`${asked.act}Done`, { count: changed.length })}</p>}
          onClose={(done) => {
            if (done) asked.clear();
            setAsked(null);
            if (done) router.refresh();
          }}
        >
          <p>{t(`${asked.act}Text`, { count: asked.userIds.length })}</p>
          <ul className="flex list-disc flex-col gap-0.5 ps-5 marker:text-fg-3">
            {seen.map(({ id, name, email }) => (
              <li key={id}>
                {name} <span className="text-fg-3">{email}</span>
              </li>
            ))}
            {asked.userIds.length > seen.length && <li>{t("andMore", { count: asked.userIds.length - seen.length })}</li>}
          </ul>
        </ActDialog>
      )}
    </>
  );
}

function peopleColumns(t: Translate, kind: Kind): Column<PartnerPerson>[] {
  const columns: Column<PartnerPerson>[] = [
    { id: "name", header: t("columns.name"), cell: ({ name, isSelf }) => (isSelf ? t("you", { name }) : name), width: "max-w-52 sm:max-w-88" },
    { id: "email", header: t("columns.email"), cell: ({ email }) => email, from: "sm" },
    { id: "modified", header: t("columns.modified"), cell: modifiedOn, from: "md", width: "max-w-72" },
  ];
  const managed: Column<PartnerPerson> = { id: "managed", header: t("columns.managed"), cell: ({ managedAccounts }) => t("count", { count: managedAccounts }), numeric: true, width: "w-36" };
  return kind === "managers" ? [...columns, managed] : columns;
}

function modifiedOn({ modifiedAt, modifiedBy }: PartnerPerson) {
  return (
    <>
      <Time value={modifiedAt} show="date" /> {modifiedBy && `(${modifiedBy})`}
    </>
  );
}

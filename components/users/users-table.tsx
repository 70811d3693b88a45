"use client";

import KeyRound from "lucide-react/icons/key-round";
import Layers from "lucide-react/icons/layers";
import Mail from "lucide-react/icons/mail";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import Upload from "lucide-react/icons/upload";
import Users from "lucide-react/icons/users";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import type { BulkAction } from "#components/data-table/bulk-bar.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import type { Selected } from "#components/data-table/use-ticks.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import type { UserPage, UserView } from "#lib/users/schemas.ts";
import type { AskedAct } from "./bulk-dialog.tsx";
import { BulkResultBanner, useResultWords } from "./bulk-result.tsx";
import type { ActResult } from "./bulk-result.tsx";
import { keepForPlan } from "./selected-users.ts";
import type { SelectedUsers } from "./selected-users.ts";
import { userColumns } from "./user-columns.tsx";
import { userFilters } from "./user-filters.ts";
import { USER_LIST } from "./user-list.ts";
import type { UserRights } from "./user-rights.ts";
import { useUserWords } from "./user-words.ts";
import { UsersHeading } from "./users-heading.tsx";

type UsersTableProps = { accountId: string; page: UserPage; rights: UserRights; preferences: ListPreferences };

const keepPreferences = keepListPreferences("users");
const idOf = ({ id }: UserView) => id;
const nameOf = ({ name }: UserView) => name;

/** The Users page: the list, what can be done to those ticked, and what became of it. */
export function UsersTable({ accountId, page, rights, preferences }: UsersTableProps) {
  const t = useTranslations("users");
  const filterWords = useTranslations("users.filters");
  const words = useUserWords();
  const resultWords = useResultWords();
  const router = useRouter();
  const importId = useSearchParams().get("importId") ?? undefined;
  const columns = useMemo(() => userColumns(t, rights.smsNumbers).filter(({ id }) => id !== "contactCenter" || rights.contactCenter), [t, rights.smsNumbers, rights.contactCenter]);
  const filters = useMemo(() => userFilters(filterWords, importId, page.figures.products), [filterWords, importId, page.figures.products]);
  const [asked, setAsked] = useState<(AskedAct & { whenDone: () => void }) | null>(null);
  const [leftOut, setLeftOut] = useState<ActResult | null>(null);

  const at = `/accounts/${accountId}/users`;
  const { part: Dialog } = useLatePart(() => import("./bulk-dialog.tsx").then((module) => module.BulkDialog), asked !== null);
  const ask = (act: AskedAct["act"], users: SelectedUsers, whenDone: () => void) => setAsked({ act, users, whenDone });
  const planFor = (users: SelectedUsers) => {
    keepForPlan(accountId, users, words(users));
    router.push(`/accounts/${accountId}/provisioning/runs/new`);
  };
  const bulkActions: BulkAction[] = [
    ...(rights.assign ? [{ id: "assign", label: t("bulk.assign"), icon: <Layers aria-hidden />, onSelect: usersOf(planFor) }] : []),
    ...(rights.mail ? [{ id: "welcome", label: t("bulk.welcome"), icon: <Mail aria-hidden />, onSelect: usersOf((users, done) => ask("welcome", users, done)) }] : []),
    ...(rights.resetPasswords ? [{ id: "reset", label: t("bulk.reset"), icon: <KeyRound aria-hidden />, onSelect: usersOf((users, done) => ask("reset", users, done)) }] : []),
    ...(rights.delete ? [{ id: "delete", label: t("bulk.delete"), icon: <Trash2 aria-hidden />, danger: true, onSelect: usersOf((users, done) => ask("delete", users, done)) }] : []),
  ];
  return (
    <>
      <DataTable
        name={t("list.title")}
        shape={USER_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => `${at}/${id}`}
        firstUse={{
          icon: <Users />,
          title: t("list.emptyTitle"),
          text: t(rights.add ? "list.empty" : "list.emptyReadOnly"),
          action: rights.add && <FirstSteps at={at} />,
        }}
        searchLabel={t("list.search")}
        filters={filters}
        bulkActions={bulkActions.length > 0 ? bulkActions : undefined}
        exportHref={(format, query) => `/api/v1${at}/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
        heading={(selected, openColumns) => (
          <>
            <UsersHeading
              accountId={accountId}
              figures={page.figures}
              rights={rights}
              selected={selectedUsers(selected)}
              onColumns={openColumns}
              onAct={(act, users) => ask(act, users, selected.clear)}
            />
            {leftOut && <BulkResultBanner result={leftOut.result} onClose={() => setLeftOut(null)} />}
          </>
        )}
      />
      {asked && Dialog && (
        <Dialog
          accountId={accountId}
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={(result, act) => {
            asked.whenDone();
            setLeftOut(result.skipped.length > 0 ? { act, result } : null);
            toast(resultWords({ act, result }));
            router.refresh();
          }}
        />
      )}
    </>
  );
}

function FirstSteps({ at }: { at: string }) {
  const t = useTranslations("users.list");
  return (
    <>
      <ButtonLink href={`${at}/new`} icon={<Plus aria-hidden />}>
        {t("add")}
      </ButtonLink>
      <ButtonLink href={`${at}/import`} icon={<Upload aria-hidden />}>
        {t("import")}
      </ButtonLink>
    </>
  );
}

function selectedUsers({ selection, count, countIsExact }: Selected): SelectedUsers | null {
  return selection && { selection, count, isExact: countIsExact };
}

/** An act of the bulk bar, in terms of users. */
function usersOf(act: (users: SelectedUsers, done: () => void) => void): BulkAction["onSelect"] {
  return (selection, { count, countIsExact, clear }) => act({ selection, count, isExact: countIsExact }, clear);
}

"use client";

import MessageSquareText from "lucide-react/icons/message-square-text";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useMemo } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import { NUMBER_STATES } from "#lib/sms-numbers/schemas.ts";
import type { SmsNumberPage, SmsNumberView } from "#lib/sms-numbers/schemas.ts";
import { SMS_NUMBER_LIST, SMS_NUMBER_LIST_NAME } from "./twilio-list.ts";

const keep = keepListPreferences(SMS_NUMBER_LIST_NAME);
const idOf = ({ id }: SmsNumberView) => id;
const numberOf = ({ number }: SmsNumberView) => number;
const TONES = { free: "neutral", user: "good", micollab: "good", gone: "bad" } as const;

type NumbersTableProps = { accountId: string; list: SmsNumberPage; preferences: ListPreferences };

/** The SMS numbers of the account's Twilio, and who has them. */
export function NumbersTable({ accountId, list, preferences }: NumbersTableProps) {
  const t = useTranslations("twilio.numbers");
  const columns = useMemo(() => numberColumns(t, accountId), [t, accountId]);
  const filters = useMemo((): FilterDefinition[] => [{ id: "state", kind: "choice", label: t("state"), options: NUMBER_STATES.map((value) => ({ value, label: t(`states.${value}`) })) }], [t]);
  return (
    <DataTable
      name={t("title")}
      shape={SMS_NUMBER_LIST}
      result={list}
      columns={columns}
      getRowId={idOf}
      rowName={numberOf}
      firstUse={{ icon: <MessageSquareText />, title: t("emptyTitle"), text: t("empty") }}
      searchLabel={t("search")}
      filters={filters}
      exportHref={(format, query) => `/api/v1/accounts/${accountId}/sms-numbers/export?format=${format}&${query}`}
      preferences={preferences}
      keepPreferences={keep}
      heading={() => <h2 className="mt-8 mb-3 text-lg font-semibold">{t("title")}</h2>}
    />
  );
}

function numberColumns(t: ReturnType<typeof useTranslations<"twilio.numbers">>, accountId: string): Column<SmsNumberView>[] {
  return [
    { id: "number", header: t("columns.number"), cell: numberOf, width: "tabular-nums" },
    { id: "name", header: t("columns.name"), cell: ({ friendlyName }) => friendlyName || "–", from: "sm" },
    { id: "state", header: t("columns.state"), cell: ({ state }) => <Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill> },
    { id: "user", header: t("columns.user"), cell: ({ userId, userName }) => (userId === null ? "–" : <UserLink accountId={accountId} userId={userId} name={userName ?? ""} />) },
    { id: "added", header: t("columns.added"), cell: ({ addedAt }) => <Time value={addedAt} />, hiddenByDefault: true },
  ];
}

function UserLink({ accountId, userId, name }: { accountId: string; userId: string; name: string }) {
  return (
    <Link href={`/accounts/${accountId}/users/${userId}`} className="hover:underline">
      {name}
    </Link>
  );
}

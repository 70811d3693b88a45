import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { SUPPORT_LOG_LIST, SUPPORT_LOG_TOPICS } from "#components/support-logs/support-log-list.ts";
import { SupportLogsTable } from "#components/support-logs/support-logs-table.tsx";
import { findSupportLogs } from "#lib/support-logs/find-support-logs.ts";
import { FindSupportLogsInput } from "#lib/support-logs/schemas.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("supportLogs"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SupportLogsPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "supportLogs");
  const query = listQuery(parseListState(await searchParams, SUPPORT_LOG_LIST, kept));
  // An address with a filter that the list does not have, typed or out of an old bookmark, leads to the list as it is.
  if (!FindSupportLogsInput.safeParse(query).success) redirect(`/accounts/${accountId}/support/logs`);
  const page = await read(findSupportLogs, accountId, query);
  return (
    <>
      <LiveRefresh topics={SUPPORT_LOG_TOPICS} />
      <SupportLogsTable accountId={accountId} page={page} preferences={kept} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { DRIFT_LIST, DRIFT_LIST_NAME } from "#components/drift/drift-list.ts";
import { DriftTable } from "#components/drift/drift-table.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { findDrift } from "#lib/drift/find-drift.ts";
import { FindDriftInput } from "#lib/drift/schemas.ts";

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drift"))("title") };
}

export default async function DifferencesPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, DRIFT_LIST_NAME);
  const query = listQuery(parseListState(await searchParams, DRIFT_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindDriftInput.safeParse(query).success) redirect(`/accounts/${accountId}/provisioning/differences`);
  const list = await read(findDrift, accountId, query);
  return (
    <>
      <LiveRefresh topics={["drift"]} />
      <DriftTable accountId={accountId} list={list} preferences={kept} />
    </>
  );
}

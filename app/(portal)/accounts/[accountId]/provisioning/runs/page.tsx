import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PLAN_LIST, PLAN_LIST_NAME } from "#components/plans/plan-list-shape.ts";
import { PlanList } from "#components/plans/plan-list.tsx";
import { findPlans } from "#lib/plans/find-plans.ts";
import { FindPlansInput } from "#lib/plans/schemas.ts";

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function RunsPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, PLAN_LIST_NAME);
  const query = listQuery(parseListState(await searchParams, PLAN_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindPlansInput.safeParse(query).success) redirect(`/accounts/${accountId}/provisioning/runs`);
  const list = await read(findPlans, accountId, query);
  return (
    <>
      <LiveRefresh topics={["plan:"]} />
      <PlanList accountId={accountId} list={list} preferences={kept} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { EVENT_LIST } from "#components/events/event-list.ts";
import { EventsTable } from "#components/events/events-table.tsx";
import { findEvents } from "#lib/events/find-events.ts";
import { ASSET_KINDS, EVENT_ACTIONS, FindEventsInput } from "#lib/events/schemas.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventHistoryPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "events");
  const query = listQuery(parseListState(await searchParams, EVENT_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindEventsInput.safeParse(query).success) redirect(`/accounts/${accountId}/support/events`);
  const page = await read(findEvents, accountId, query);
  const t = await getTranslations("events");
  return (
    <EventsTable
      accountId={accountId}
      page={page}
      assets={ASSET_KINDS.map((value) => ({ value, label: t(`assets.${value}`) }))}
      actions={EVENT_ACTIONS.map((value) => ({ value, label: value }))}
      preferences={kept}
    />
  );
}

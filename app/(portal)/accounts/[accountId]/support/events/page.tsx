import type { Metadata } from "next";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { EVENT_LIST } from "#components/events/event-list.ts";
import { EventsTable } from "#components/events/events-table.tsx";
import { findEvents } from "#lib/events/find-events.ts";
import { getEvent } from "#lib/events/get-event.ts";
import { EventView, FindEventsInput } from "#lib/events/schemas.ts";
import type { EventPage } from "#lib/events/schemas.ts";
import { eventSources } from "#lib/events/sources.ts";
import { log } from "#lib/log/log.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Search> };

export default async function EventHistoryPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "events");
  const search = await searchParams;
  const query = listQuery(parseListState(search, EVENT_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindEventsInput.safeParse(query).success) redirect(`/accounts/${accountId}/support/events`);
  const page = await retrieve(accountId, query);
  return <EventsTable accountId={accountId} page={page} named={await namedEvent(accountId, search["event"], page)} sources={eventSources(account?.integrations ?? {})} preferences={kept} />;
}

/** The first page of the list, or null where it could not be retrieved: the page says so and stays what it is (EVENT-06). */
async function retrieve(accountId: string, query: Record<string, string>): Promise<EventPage | null> {
  try {
    return await read(findEvents, accountId, query);
  } catch (error) {
    unstable_rethrow(error);
    log.error({ error }, "the event history could not be retrieved");
    return null;
  }
}

/** The event whose window the address opens. */
async function namedEvent(accountId: string, id: string | string[] | undefined, page: EventPage | null): Promise<EventView | null> {
  if (page === null || !EventView.shape.id.safeParse(id).success) return null;
  return page.items.find((event) => event.id === id) ?? (await read(getEvent, accountId, { eventId: id }));
}

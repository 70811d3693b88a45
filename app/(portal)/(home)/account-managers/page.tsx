import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { kindIn, PEOPLE_LIST } from "#components/account-managers/manager-list.ts";
import { PeopleTable } from "#components/account-managers/people-table.tsx";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { findPartnerPeople } from "#lib/account-managers/find-people.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountManagers.people"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountManagersPage({ searchParams }: Props) {
  const address = await searchParams;
  const { person } = await personAt(null);
  const kept = listPreferences(person.preferences, "account-managers");
  const kind = kindIn(address["kind"]);
  const page = await read(findPartnerPeople, null, { ...listQuery(parseListState(address, PEOPLE_LIST, kept)), kind });
  return <PeopleTable kind={kind} page={page} preferences={kept} />;
}

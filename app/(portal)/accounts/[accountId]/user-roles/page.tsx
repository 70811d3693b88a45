import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { SERVICE_ROLE_LIST } from "#components/service-roles/service-role-list.ts";
import { ServiceRolesTable } from "#components/service-roles/service-roles-table.tsx";
import { findServiceRoles } from "#lib/service-roles/find-service-roles.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("serviceRoles"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UserRolesPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "service-roles");
  const page = await read(findServiceRoles, accountId, listQuery(parseListState(await searchParams, SERVICE_ROLE_LIST, kept)));
  return <ServiceRolesTable accountId={accountId} page={page} preferences={kept} />;
}

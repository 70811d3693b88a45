import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { ROLE_LIST } from "#components/roles/role-list.ts";
import { RolesTable } from "#components/roles/roles-table.tsx";
import { findRoles } from "#lib/roles/find-roles.ts";
import { roleRights } from "./rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roles.list"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RolesPage({ searchParams }: Props) {
  const { person } = await personAt(null);
  const kept = listPreferences(person.preferences, "roles");
  const page = await read(findRoles, null, listQuery(parseListState(await searchParams, ROLE_LIST, kept)));
  return <RolesTable page={page} rights={roleRights(person)} preferences={kept} />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { AccountRolesTable } from "#components/roles/account-roles-table.tsx";
import { ROLE_LIST } from "#components/roles/role-list.ts";
import { findAccountRoles } from "#lib/roles/find-account-roles.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roles.list"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountRolesPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "account-roles");
  const page = await read(findAccountRoles, accountId, listQuery(parseListState(await searchParams, ROLE_LIST, kept)));
  return <AccountRolesTable accountId={accountId} page={page} isPartner={person.role === "partner"} preferences={kept} />;
}

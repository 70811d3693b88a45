import type { Metadata } from "next";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { RoleAccountsTable } from "#components/roles/role-accounts-table.tsx";
import { RoleHeading } from "#components/roles/role-heading.tsx";
import { ROLE_ACCOUNT_LIST } from "#components/roles/role-list.ts";
import { Trail } from "#components/shell/trail.tsx";
import { findRoleAccounts } from "#lib/roles/find-role-accounts.ts";
import { roleRights } from "../../rights.ts";
import { roleAt } from "../role.ts";

type Props = { params: Promise<{ roleId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await roleAt((await params).roleId)).name };
}

export default async function RoleAccountsPage({ params, searchParams }: Props) {
  const { person } = await personAt(null);
  const role = await roleAt((await params).roleId);
  const kept = listPreferences(person.preferences, "role-accounts");
  const page = await read(findRoleAccounts, null, { ...listQuery(parseListState(await searchParams, ROLE_ACCOUNT_LIST, kept)), roleId: role.id });
  const rights = roleRights(person);
  return (
    <>
      <Trail steps={[{ label: role.name }]} />
      <RoleHeading role={role} rights={rights} tab="accounts" />
      <RoleAccountsTable role={role} page={page} mayEdit={rights.edit} preferences={kept} />
    </>
  );
}

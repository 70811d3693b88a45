import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { ManagedAccountsTable } from "#components/account-managers/managed-accounts-table.tsx";
import { MANAGED_ACCOUNT_LIST, shareIn } from "#components/account-managers/manager-list.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { Trail } from "#components/shell/trail.tsx";
import { findManagedAccounts } from "#lib/account-managers/find-managed-accounts.ts";
import { FindManagedAccountsInput } from "#lib/account-managers/schemas.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountManagers.accounts"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ManagedAccountsPage({ searchParams }: Props) {
  const address = await searchParams;
  const { person } = await personAt(null);
  const kept = listPreferences(person.preferences, "managed-accounts");
  const share = shareIn(address["share"]);
  const asked = { ...listQuery(parseListState(address, MANAGED_ACCOUNT_LIST, kept)), managers: address["managers"], share };
  // An address that names nobody, or no ids, leads nowhere.
  if (!FindManagedAccountsInput.safeParse(asked).success) notFound();
  const page = await read(findManagedAccounts, null, asked);
  const t = await getTranslations("accountManagers.accounts");
  return (
    <>
      <Trail steps={[{ label: page.people.length === 1 ? page.people[0]!.name : t("trail", { count: page.people.length }) }]} />
      <ManagedAccountsTable share={share} page={page} preferences={kept} />
    </>
  );
}

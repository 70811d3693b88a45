import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { ACCOUNT_LIST, statusIn } from "#components/accounts/account-list.ts";
import { AccountsTable } from "#components/accounts/accounts-table.tsx";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { countryName } from "#lib/accounts/countries.ts";
import { may } from "#lib/permissions/grants.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Props) {
  const address = await searchParams;
  const { person } = await personAt(null);
  const kept = listPreferences(person.preferences, "accounts");
  const status = statusIn(address["status"]);
  const page = await read(findAccounts, null, { ...listQuery(parseListState(address, ACCOUNT_LIST, kept)), status });
  const locale = await getLocale();
  const items = page.items.map((account) => ({ ...account, countryName: countryName(account.country, locale) }));
  return <AccountsTable page={{ ...page, items }} status={status} preferences={kept} partner={{ id: person.accountId, name: person.accountName }} mayAdd={may(person, "accounts", "add")} accountManager={person.accountManager} />;
}

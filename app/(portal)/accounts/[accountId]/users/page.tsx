import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { WorkingJobs } from "#components/bulk-jobs/working-jobs.tsx";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { NumberConflictLink } from "#components/number-conflicts/number-conflict-link.tsx";
import { USER_LIST, USER_TOPICS } from "#components/users/user-list.ts";
import { UsersTable } from "#components/users/users-table.tsx";
import { getContactCenterAccess } from "#lib/telephony/get-contact-center-access.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { FindUsersInput } from "#lib/users/schemas.ts";
import { atOdds } from "#lib/users/user-filter.ts";
import { userRights } from "./rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.list"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "users");
  const query = listQuery(parseListState(await searchParams, USER_LIST, kept));
  // An address with a filter that the list does not have, typed or out of an old bookmark, leads to the list as it is.
  const asked = FindUsersInput.safeParse(query);
  if (!asked.success || atOdds(asked.data)) redirect(`/accounts/${accountId}/users`);
  const own = userRights(person, account!);
  // Whoever has a custom role shows the column only with an address that Mitel CX lists; the server is asked for nobody else.
  const [page, access] = await Promise.all([read(findUsers, accountId, query), own.contactCenter ? null : read(getContactCenterAccess, accountId)]);
  const rights = { ...own, contactCenter: own.contactCenter || access!.mayShow };
  return (
    <>
      <LiveRefresh topics={USER_TOPICS} />
      <WorkingJobs accountId={accountId} />
      {account!.integrations.azure_ad_sync && <NumberConflictLink accountId={accountId} mayDelete={rights.delete} />}
      <UsersTable accountId={accountId} page={page} rights={rights} preferences={kept} />
    </>
  );
}

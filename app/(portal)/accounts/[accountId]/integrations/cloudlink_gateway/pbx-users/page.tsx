import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "#components/ui/link.tsx";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { PBX_USER_LIST, PBX_USER_LIST_NAME } from "#components/gateways/pbx-user-list.ts";
import { PbxUsersTable } from "#components/gateways/pbx-users-table.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findPbxUsers } from "#lib/gateways/find-pbx-users.ts";
import { FindPbxUsersInput } from "#lib/gateways/schemas.ts";

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gateways.pbxUsers"))("title") };
}

export default async function PbxUsersPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, PBX_USER_LIST_NAME);
  const asked = FindPbxUsersInput.safeParse(listQuery(parseListState(await searchParams, PBX_USER_LIST, kept)));
  const gateway = `/accounts/${accountId}/integrations/cloudlink_gateway`;
  // An address with a filter that the list does not have leads to the list as it is.
  if (!asked.success) redirect(`${gateway}/pbx-users`);
  const list = await read(findPbxUsers, accountId, asked.data);
  const t = await getTranslations("gateways.pbxUsers");
  const back = (
    <Link href={`${gateway}/connect`} className="text-sm text-accent hover:underline">
      {t("back")}
    </Link>
  );
  return (
    <>
      <Trail steps={[{ label: (await getTranslations("gateways"))("title"), href: gateway }, { label: t("title") }]} />
      <LiveRefresh topics={["integrations"]} />
      <PageHeader title={t(`titles.${asked.data.email ?? "all"}`)} subtitle={t("subtitle")} actions={back} />
      <PbxUsersTable accountId={accountId} list={list} preferences={kept} />
    </>
  );
}

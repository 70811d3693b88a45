import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt } from "#app/actor.ts";
import { Trail } from "#components/shell/trail.tsx";
import { ManageSelected, ManageUsers } from "#components/users/manage-users.tsx";
import { allUsers } from "#components/users/selected-users.ts";
import { userRights } from "../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.manage"))("titleAll") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<{ selected?: string }> };

export default async function ManageUsersPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const rights = userRights(person, account!);
  if (!rights.mail) notFound();
  const t = await getTranslations("users.manage");
  const isSelection = (await searchParams).selected !== undefined;
  return (
    <>
      <Trail steps={[{ label: t("trail") }]} />
      {isSelection ? <ManageSelected accountId={accountId} rights={rights} /> : <ManageUsers accountId={accountId} rights={rights} users={allUsers(account!.userCount)} all />}
    </>
  );
}

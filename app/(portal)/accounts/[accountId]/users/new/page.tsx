import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NewUserForm } from "#components/users/new-user-form.tsx";
import { getAccount } from "#lib/accounts/get-account.ts";
import { callingCodes } from "#lib/users/calling-codes.ts";
import { userRights } from "../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.form"))("newTitle") };
}

export default async function NewUserPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const rights = userRights(person, account!);
  if (!rights.add) notFound();
  const t = await getTranslations("users.form");
  const { country } = await read(getAccount, accountId);
  return (
    <>
      <Trail steps={[{ label: t("newTitle") }]} />
      <PageHeader title={t("newTitle")} subtitle={t("newSubtitle")} />
      <NewUserForm accountId={accountId} codes={callingCodes(await getLocale())} country={country} mayAssignRoles={rights.assignRoles} smsNumbers={rights.smsNumbers} />
    </>
  );
}

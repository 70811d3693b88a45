import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { reactivationOf } from "#components/accounts/account-list.ts";
import { AccountDashboard } from "#components/dashboard/account-dashboard.tsx";
import { getAccountDashboard } from "#lib/dashboard/get-account-dashboard.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function AccountDashboardPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  if (account?.status === "deactivated") redirect(reactivationOf(accountId));
  // The Partner Account has no dashboard beside that of Partner level (OP1-04).
  if (account?.kind === "partner") redirect("/dashboard");
  const figures = await read(getAccountDashboard, accountId);
  return <AccountDashboard name={person.name} account={{ id: accountId, name: account?.name ?? "" }} figures={figures} hasPassword={person.method === "password"} />;
}

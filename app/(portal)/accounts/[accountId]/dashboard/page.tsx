import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { AccountDashboard } from "#components/dashboard/account-dashboard.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { may } from "#lib/permissions/grants.ts";
import type { May } from "#lib/permissions/schemas.ts";
import { getAccountDashboard } from "#lib/dashboard/get-account-dashboard.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/** What its figures are made of. */
const TOPICS = ["users", "imports", "plan:", "drift"];

export default async function AccountDashboardPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  // The Partner Account has no dashboard beside that of Partner level (OP1-04).
  if (account?.kind === "partner") redirect("/dashboard");
  const figures = await read(getAccountDashboard, accountId);
  const mayDo: May = (feature, action) => may(person, feature, action);
  return (
    <>
      <LiveRefresh topics={TOPICS} />
      <AccountDashboard name={person.name} account={{ id: accountId, name: account?.name ?? "" }} figures={figures} hasPassword={person.method === "password"} may={mayDo} />
    </>
  );
}

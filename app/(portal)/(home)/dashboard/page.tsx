import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { PartnerDashboard } from "#components/dashboard/partner-dashboard.tsx";
import { UserHome } from "#components/dashboard/user-home.tsx";
import { getPartnerDashboard } from "#lib/dashboard/get-partner-dashboard.ts";
import { may } from "#lib/permissions/grants.ts";
import { getHome } from "#lib/me/get-home.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/** The first page after sign-in (LOGIN-05): each role has its own. */
export default async function DashboardPage() {
  const { person } = await personAt(null);
  // An Account Admin's dashboard is that of the account (DASH-01).
  if (person.role === "account_admin") redirect(`/accounts/${person.accountId}/dashboard`);
  if (person.role === "user") return <UserHome person={person} home={await read(getHome, null)} />;
  return <PartnerDashboard name={person.name} partner={person.accountName} figures={await read(getPartnerDashboard, null)} may={(feature, action) => may(person, feature, action)} />;
}

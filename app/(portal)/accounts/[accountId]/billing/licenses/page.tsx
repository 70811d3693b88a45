import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { LicenseUsagePage } from "#components/licenses/license-usage-page.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getLicenseUsage } from "#lib/licenses/get-usage.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("licenses"))("title") };
}

export default async function LicensesPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { account } = await personAt(accountId);
  const usage = await read(getLicenseUsage, accountId);
  const t = await getTranslations("licenses");
  return (
    <div className="max-w-5xl">
      <LiveRefresh topics={["licenses"]} />
      <PageHeader title={t("title")} subtitle={t("subtitle", { account: account!.name })} />
      <LicenseUsagePage accountId={accountId} usage={usage} />
    </div>
  );
}

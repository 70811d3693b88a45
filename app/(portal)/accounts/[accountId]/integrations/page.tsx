import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { IntegrationsPanel } from "#components/integrations/integrations-panel.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findIntegrations } from "#lib/integrations/find-integrations.ts";
import { integrationRights } from "./rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("integrations"))("title") };
}

export default async function IntegrationsPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const panel = await read(findIntegrations, accountId);
  const t = await getTranslations("integrations");
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={t("subtitle", { account: account!.name })} />
      <IntegrationsPanel accountId={accountId} accountName={account!.name} panel={panel} rights={integrationRights(person)} isPartnerAccount={account!.kind === "partner"} />
    </div>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { SubscriptionsPanel } from "#components/subscriptions/subscriptions-panel.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title") };
}

export default async function SubscriptionsPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { account } = await personAt(accountId);
  const subscriptions = await read(findSubscriptions, accountId);
  const t = await getTranslations("subscriptions");
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={account!.name} actions={<ButtonLink href={`/accounts/${accountId}/billing/licenses`}>{t("usage")}</ButtonLink>} />
      <SubscriptionsPanel accountId={accountId} subscriptions={subscriptions} />
    </div>
  );
}

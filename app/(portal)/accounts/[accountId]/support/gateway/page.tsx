import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt } from "#app/actor.ts";
import { AdvancedOptions } from "#components/gateways/advanced-options.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/permissions/grants.ts";
import { readSupport } from "../../integrations/cloudlink_gateway/read-support.ts";
import { integrationRights } from "../../integrations/rights.ts";

type Props = { params: Promise<{ accountId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gateways.support"))("title") };
}

/** The Gateway support page; shown only while the gateway is connected and answers (GWSUP-01 to GWSUP-07). */
export default async function GatewaySupportPage({ params }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  if (!may(person, "support", "view") || !account!.integrations["cloudlink_gateway"]) notFound();
  const support = await readSupport(accountId);
  const t = await getTranslations("gateways.support");
  return (
    <div className="max-w-4xl">
      <PageHeader title={t("title")} subtitle={t("subtitle", { account: account!.name })} />
      {"failure" in support ? (
        <Banner tone="bad" title={t("failed")} action={<ButtonLink size="sm" href={`/accounts/${accountId}/integrations`}>{t("open")}</ButtonLink>}>
          {support.failure}
        </Banner>
      ) : (
        <AdvancedOptions accountId={accountId} support={support} mayConfigure={integrationRights(person).configure} />
      )}
    </div>
  );
}

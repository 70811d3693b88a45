import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { MivoiceBusiness } from "#components/mivoice-business/mivoice-business.tsx";
import { getMivoiceBusiness } from "#lib/mivoice-business/get-mivoice-business.ts";
import { may } from "#lib/permissions/grants.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mivoiceBusiness"))("title") };
}

export default async function MivoiceBusinessPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const view = await read(getMivoiceBusiness, accountId);
  return (
    <>
      <LiveRefresh topics={["drift"]} />
      <MivoiceBusiness accountId={accountId} accountName={account!.name} view={view} mayOpen={{ users: may(person, "users", "view"), networkElements: may(person, "integrations", "view") }} />
    </>
  );
}

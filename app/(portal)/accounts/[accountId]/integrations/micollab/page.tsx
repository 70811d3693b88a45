import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { MicollabPage } from "#components/micollab/micollab-page.tsx";
import { getMicollab } from "#lib/micollab/get-micollab.ts";
import { integrationRights } from "../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("micollab"))("title") };
}

export default async function MicollabStatePage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const micollab = await read(getMicollab, accountId);
  return <MicollabPage accountId={accountId} accountName={account!.name} micollab={micollab} mayConfigure={integrationRights(person).configure} />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { Numbers } from "#components/mivoice-business/numbers.tsx";
import { findNumbers } from "#lib/mivoice-business/find-numbers.ts";
import { may } from "#lib/permissions/grants.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mivoiceBusiness.numbers"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<{ search?: string | string[] }> };

export default async function NumbersPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { search: given } = await searchParams;
  const search = typeof given === "string" ? given.trim().slice(0, 20) : "";
  const { person } = await personAt(accountId);
  const view = await read(findNumbers, accountId, { search });
  return <Numbers accountId={accountId} view={view} search={search} mayConnect={may(person, "integrations", "view")} />;
}

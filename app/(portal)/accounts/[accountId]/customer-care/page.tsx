import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "#app/actor.ts";
import { Workgroups } from "#components/workgroups/workgroups.tsx";
import { findWorkgroups } from "#lib/workgroups/find-workgroups.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workgroups"))("title") };
}

export default async function CustomerCarePage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { items } = await read(findWorkgroups, accountId);
  return (
    <div className="max-w-5xl">
      <Workgroups accountId={accountId} workgroups={items} />
    </div>
  );
}

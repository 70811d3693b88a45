import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { NetworkElements } from "#components/network-elements/network-elements.tsx";
import { findNetworkElements } from "#lib/network-elements/find-network-elements.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("networkElements"))("title") };
}

export default async function NetworkElementsPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { items } = await read(findNetworkElements, accountId);
  return (
    <>
      {/* A reconciliation looks at every system and keeps how it found them. */}
      <LiveRefresh topics={["drift"]} />
      <NetworkElements accountId={accountId} elements={items} />
    </>
  );
}

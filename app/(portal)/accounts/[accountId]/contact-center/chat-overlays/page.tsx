import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { ChatOverlays } from "#components/chat-overlays/chat-overlays.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { findOverlays } from "#lib/chat-overlays/find-overlays.ts";
import { integrationRights } from "../../integrations/rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chatOverlays"))("title") };
}

export default async function ChatOverlaysPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const { items } = await read(findOverlays, accountId);
  const t = await getTranslations("chatOverlays");
  return (
    <div className="max-w-5xl">
      <Trail steps={[{ label: t("contactCenterAdmin") }, { label: t("title") }]} />
      <ChatOverlays accountId={accountId} overlays={items} mayChange={integrationRights(person).configure} />
    </div>
  );
}

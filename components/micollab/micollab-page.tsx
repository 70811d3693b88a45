import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { MicollabView } from "#lib/micollab/schemas.ts";
import { ChatCard } from "./chat-card.tsx";
import { MeetingsCard } from "./meetings-card.tsx";

type MicollabPageProps = { accountId: string; accountName: string; micollab: MicollabView; mayConfigure: boolean };

/** How it stands with the MiCollab of an account: chat and the licenses that its server gives. */
export function MicollabPage({ accountId, accountName, micollab, mayConfigure }: MicollabPageProps) {
  const t = useTranslations("micollab");
  const { server, chat, meetings } = micollab;
  return (
    <div className="max-w-3xl">
      <Trail steps={[{ label: t("title") }]} />
      <LiveRefresh topics={["integrations"]} />
      <PageHeader
        title={t("title")}
        subtitle={server ? t("subtitle", { server: server.name, account: accountName }) : t("noServer", { account: accountName })}
        actions={<Link href={`/accounts/${accountId}/integrations`} className="link text-sm">{t("back")}</Link>}
      />
      <div className="flex flex-col gap-4">
        <ChatCard accountId={accountId} serverName={server?.name ?? ""} chat={chat} />
        <MeetingsCard accountId={accountId} serverName={server?.name ?? ""} meetings={meetings} mayConfigure={mayConfigure} />
      </div>
    </div>
  );
}

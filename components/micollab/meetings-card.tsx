"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MicollabView } from "#lib/micollab/schemas.ts";

type MeetingsCardProps = { accountId: string; serverName: string; meetings: MicollabView["meetings"]; mayConfigure: boolean };

const TONES = { working: "accent", done: "good", failed: "bad" } as const;

/** The licenses of MiTeam Meetings that the server assigns, as they were taken over (MEETMC-10). */
export function MeetingsCard({ accountId, serverName, meetings, mayConfigure }: MeetingsCardProps) {
  const t = useTranslations("micollab.meetings");
  const { act, pending, failure } = useAct();
  const synchronize = () => act("synchronize", () => request("POST", `/accounts/${accountId}/micollab/synchronize`));
  if (!meetings) return <Card title={t("title")}><p className="text-sm text-fg-2">{t("notInUse")}</p></Card>;
  const { status, message, answeredAt, assigned, entitled, refused, unknown } = meetings;
  return (
    <Card
      title={t("title")}
      description={t("about")}
      actions={
        <>
          <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>
          {mayConfigure && <Button size="sm" icon={<RefreshCw aria-hidden />} pending={pending !== null} onClick={() => void synchronize()}>{t("synchronize")}</Button>}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <Banner tone="bad" live title={failure.message} />}
        {status === "failed" && <Banner tone="bad" title={t("failed")}>{message}</Banner>}
        {refused.length > 0 && (
          <Banner tone="warn" title={t("refused", { count: refused.length, server: serverName })}>
            <p>{t("refusedText")}</p>
            <ul className="mt-1 list-disc ps-5">
              {refused.map(({ userId, name }) => <li key={userId}><Link href={`/accounts/${accountId}/users/${userId}`} className="link">{name}</Link></li>)}
            </ul>
          </Banner>
        )}
        {unknown.length > 0 && <Banner tone="neutral" title={t("unknown", { count: unknown.length, server: serverName })}>{unknown.join(", ")}</Banner>}
        <DefinitionList
          columns={3}
          items={[
            { term: t("assigned"), description: t("count", { count: assigned }) },
            { term: t("entitled"), description: t("count", { count: entitled }) },
            { term: t("answeredAt"), description: answeredAt ? <Time value={answeredAt} /> : t("never") },
          ]}
        />
      </div>
    </Card>
  );
}

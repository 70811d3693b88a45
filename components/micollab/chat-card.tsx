"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { MicollabView } from "#lib/micollab/schemas.ts";

type ChatCardProps = { accountId: string; serverName: string; chat: MicollabView["chat"] };

const COLOURS = { good: "text-good", bad: "text-bad", neutral: "text-fg-3" };

/** Whether CloudLink Chat is available in MiCollab, and which of what it takes is missing (MICOL-01, MICOL-02). */
export function ChatCard({ accountId, serverName, chat: { available, conditions, problem } }: ChatCardProps) {
  const t = useTranslations("micollab.chat");
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  const isMissing = conditions.some(({ met }) => met === false);
  const state = available ? "available" : isMissing ? "missing" : "unknown";
  const ways = { server: { href: `/accounts/${accountId}/integrations/network-elements`, label: t("connect") }, integration: { href: `/accounts/${accountId}/integrations`, label: t("add") } };
  return (
    <Card
      title={t("title")}
      description={t("about")}
      actions={
        <>
          <Pill tone={available ? "good" : isMissing ? "warn" : "neutral"}>{t(`state.${state}`)}</Pill>
          <Button size="sm" icon={<RefreshCw aria-hidden />} pending={asking} onClick={() => startAsking(() => router.refresh())}>{t("ask")}</Button>
        </>
      }
    >
      <ul className="grid gap-2 text-sm">
        {conditions.map(({ condition, met }) => {
          const tone = met === null ? "neutral" : met ? "good" : "bad";
          const way = met === false && condition !== "administrator" ? ways[condition] : null;
          return (
            <li key={condition} className="flex items-start gap-2">
              <ToneIcon tone={tone} className={`mt-0.5 size-4 shrink-0 ${COLOURS[tone]}`} />
              <span>
                {t(`${condition}.${met === null ? "unknown" : met ? "met" : "missing"}`, { server: serverName })}
                {met === null && problem !== "" && ` ${problem}`}
                {way && <> <Link href={way.href} className="link underline">{way.label}</Link></>}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

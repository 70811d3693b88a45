"use client";

import MonitorSmartphone from "lucide-react/icons/monitor-smartphone";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useFocusWhenFewer } from "#components/ui/use-focus-when-fewer.ts";
import type { OwnSession } from "#lib/me/schemas.ts";
import { browserName } from "./browser-name.ts";

/** `total` is more than there are entries where not all are shown. */
type SessionsCardProps = { sessions: readonly OwnSession[]; total: number };

/** Where a person is signed in; one session can be ended, or all of them at once. */
export function SessionsCard({ sessions, total }: SessionsCardProps) {
  const t = useTranslations("profile.sessions");
  const everywhere = useFocusWhenFewer<HTMLButtonElement>(sessions.length);
  const [asked, setAsked] = useState(false);

  async function endAll() {
    const result = await request("POST", "/me/sessions/end");
    // A whole new page load, so that nothing of the signed-in page stays.
    if (result.ok) location.assign("/login");
    return result;
  }
  return (
    <Card title={t("title")} description={t("about")} actions={<Button ref={everywhere} onClick={() => setAsked(true)}>{t("everywhere")}</Button>} flush>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionEntry key={session.id} session={session} />
        ))}
      </ul>
      {total > sessions.length && <p className="border-t border-line px-4 py-2 text-xs text-fg-3">{t("shown", { shown: sessions.length, total })}</p>}
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t("everywhereTitle")}
        effects={[t("everywhereEffect", { count: total }), t("everywhereKeys")]}
        confirmLabel={t("everywhere")}
        onConfirm={endAll}
      />
    </Card>
  );
}

function SessionEntry({ session }: { session: OwnSession }) {
  const t = useTranslations("profile.sessions");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const { browser, system } = browserName(session.userAgent);
  const place = browser && system ? t("browserOn", { browser, system }) : (browser ?? t("unknown"));

  async function end() {
    setPending(true);
    const result = await request("DELETE", `/me/sessions/${session.id}`);
    setPending(false);
    toast(result.ok ? { title: t("ended"), description: place } : { title: result.error.message, tone: "bad" });
    router.refresh();
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-fg-3" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {place}
          {session.current && <Tag tone="accent">{t("current")}</Tag>}
        </p>
        <p className="text-xs text-fg-3">
          {t.rich("since", { time: timeTag(session.createdAt) })} {t(session.method)} · {t.rich("until", { time: timeTag(session.expiresAt) })}
        </p>
      </div>
      {!session.current && (
        <Button size="sm" pending={pending} aria-label={t("endOther", { place })} onClick={() => void end()}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}

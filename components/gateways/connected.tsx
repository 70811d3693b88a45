"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { GatewayView } from "#lib/gateways/schemas.ts";
import { Irregularities } from "./irregularities.tsx";
import type { WizardPlace } from "./place.ts";
import { ScheduleForm } from "./schedule-form.tsx";

/** "PBX Connected", or "PBX Synced": the figures of the PBX, its irregular addresses, and the synchronization (GW-30, GW-32 to GW-40). */
export function Connected({ place, gateway, mayConfigure }: { place: WizardPlace; gateway: GatewayView; mayConfigure: boolean }) {
  const t = useTranslations("gateways.connect");
  const { pending, failure, act } = useAct();
  const isSmbc = gateway.platform === "smbc";
  const sync = () => act("sync", () => request("POST", `/accounts/${place.accountId}/gateway/synchronizations`));
  const users = `/accounts/${place.accountId}/integrations/cloudlink_gateway/pbx-users`;
  return (
    <Card title={t(isSmbc ? "syncedTitle" : "connectedTitle")}>
      <p className="mb-4 flex items-center gap-2 text-sm font-medium text-good">
        <ToneIcon tone="good" className="size-5" />
        {t("successful")}
      </p>
      <dl className="mb-4 grid w-fit grid-cols-[auto_auto] gap-x-4 gap-y-1 text-sm">
        <dt className="text-fg-2">{t("users")}</dt>
        <dd className="font-semibold">{gateway.pbxUserCount}</dd>
        <dt className="text-fg-2">{t("did")}</dt>
        <dd className="font-semibold">{gateway.didNumber || "–"}</dd>
      </dl>
      <Irregularities users={users} gateway={gateway} />
      {(failure || gateway.syncFault) && (
        <Banner live tone="bad" title={failure?.message ?? t("failed")} className="mb-4">
          {failure ? null : gateway.syncFault}
        </Banner>
      )}
      <div className="flex flex-wrap items-end gap-3">
        {isSmbc ? <p className="text-sm text-fg-3">{t("fixedSchedule")}</p> : <ScheduleForm accountId={place.accountId} minutes={gateway.syncMinutes} readOnly={!mayConfigure} />}
        {mayConfigure && (
          <Button icon={<RefreshCw aria-hidden />} pending={pending === "sync" || gateway.isSyncing} onClick={() => void sync()}>
            {t("syncNow")}
          </Button>
        )}
      </div>
      <p role="status" className="mt-3 text-sm text-fg-3">
        {gateway.isSyncing ? t(gateway.syncedAt ? "syncing" : "first") : gateway.syncedAt && t.rich("synced", { time: timeTag(gateway.syncedAt) })}
      </p>
      <Link href={users} className="mt-2 inline-block text-sm text-accent hover:underline">
        {t("allUsers")}
      </Link>
    </Card>
  );
}

"use client";

import { useNow, useTimeZone, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { momentOf, zoneInWords } from "#components/events/local-time.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Time } from "#components/ui/time.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { GatewaySupport } from "#lib/gateways/schemas.ts";

type UpdateOptionsProps = { path: string; support: GatewaySupport; mayConfigure: boolean };

/** The system version of the gateway: updated now, or at a time when nobody calls. */
export function UpdateOptions({ path, support, mayConfigure }: UpdateOptionsProps) {
  const t = useTranslations("gateways.advanced");
  const { pending, failure, act } = useAct();
  const [at, setAt] = useState("");
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  // The zone in which the page tells every time, whatever the device's own is.
  const timeZone = useTimeZone() ?? "UTC";
  const zone = zoneInWords(timeZone, useNow());
  const { release, availableRelease, updateAt } = support;
  const update = async () => {
    const result = await request("POST", `${path}/update`);
    if (result.ok) void act("update", async () => result, () => toast({ title: t("updated") }));
    return result;
  };
  const schedule = (when: string | null) => act("schedule", () => request("PUT", `${path}/update-schedule`, { body: { at: when } }), () => toast({ title: t(when ? "scheduled" : "unscheduled") }));
  return (
    <Card title={t("release")} description={release}>
      {failure && <Banner live tone="bad" title={failure.message} className="mb-3" />}
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-48 text-sm text-fg-2">{availableRelease ? t("available", { release: availableRelease }) : t("upToDate")}</p>
        {mayConfigure && availableRelease && (
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t("update")}
          </Button>
        )}
      </div>
      {mayConfigure && !updateAt && (
        <form
          className="mt-4 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const [date, time] = at.split("T");
            if (date && time) void schedule(momentOf({ date, time: `${time}:00` }, timeZone).toISOString());
          }}
        >
          <div className="flex flex-col gap-1">
            <label htmlFor={id} className="text-sm font-semibold">
              {t("scheduleAt")}
            </label>
            <Input id={id} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} required aria-describedby={`${id}-zone`} />
          </div>
          <Button type="submit" pending={pending === "schedule"}>
            {t("schedule")}
          </Button>
          <p id={`${id}-zone`} className="w-full text-xs text-fg-3">
            {t("zone", { zone })}
          </p>
        </form>
      )}
      {updateAt && (
        <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
          <p>{t.rich("scheduledFor", { time: () => <Time value={updateAt} show="minute" /> })}</p>
          {mayConfigure && <Button size="sm" pending={pending === "schedule"} onClick={() => void schedule(null)}>{t("unschedule")}</Button>}
        </div>
      )}
      <ConfirmDialog open={isAsking} onOpenChange={setAsking} title={t("update")} effects={[t("available", { release: availableRelease }), t("rebootText")]} confirmLabel={t("update")} onConfirm={update} />
    </Card>
  );
}

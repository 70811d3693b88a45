"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Input } from "#components/ui/input.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { GatewaySupport } from "#lib/gateways/schemas.ts";

type UpdateOptionsProps = { path: string; support: GatewaySupport; mayConfigure: boolean };

/** The system version of the gateway: updated now, or at a time when nobody calls. */
export function UpdateOptions({ path, support, mayConfigure }: UpdateOptionsProps) {
  const t = useTranslations("gateways.advanced");
  const { pending, failure, act } = useAct();
  const [at, setAt] = useState("");
  const id = useId();
  const { release, availableRelease, updateAt } = support;
  const update = () => act("update", () => request("POST", `${path}/update`), () => toast({ title: t("updated") }));
  const schedule = (when: string | null) => act("schedule", () => request("PUT", `${path}/update-schedule`, { body: { at: when } }), () => toast({ title: t(when ? "scheduled" : "unscheduled") }));
  return (
    <Card title={t("release")} description={release}>
      {failure && <Banner live tone="bad" title={failure.message} className="mb-3" />}
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-48 text-sm text-fg-2">{availableRelease ? t("available", { release: availableRelease }) : t("upToDate")}</p>
        {mayConfigure && availableRelease && (
          <Button variant="primary" pending={pending === "update"} onClick={() => void update()}>
            {t("update")}
          </Button>
        )}
      </div>
      {mayConfigure && !updateAt && (
        <form
          className="mt-4 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (at) void schedule(new Date(at).toISOString());
          }}
        >
          <div className="flex flex-col gap-1">
            <label htmlFor={id} className="text-sm font-semibold">
              {t("scheduleAt")}
            </label>
            <Input id={id} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} required />
          </div>
          <Button type="submit" pending={pending === "schedule"}>
            {t("schedule")}
          </Button>
        </form>
      )}
      {updateAt && (
        <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
          <p>{t.rich("scheduledFor", { time: timeTag(updateAt) })}</p>
          {mayConfigure && <Button size="sm" pending={pending === "schedule"} onClick={() => void schedule(null)}>{t("unschedule")}</Button>}
        </div>
      )}
    </Card>
  );
}

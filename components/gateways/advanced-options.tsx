"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { GatewaySupport } from "#lib/gateways/schemas.ts";
import { LogTable } from "./log-table.tsx";
import { UpdateOptions } from "./update-options.tsx";

type AdvancedOptionsProps = { accountId: string; support: GatewaySupport; mayConfigure: boolean };

/** Restart, updates, call traces and the log of the gateway: the step Advanced, and the page Gateway below Support (GWSUP-03, OP2-14). */
export function AdvancedOptions({ accountId, support, mayConfigure }: AdvancedOptionsProps) {
  const t = useTranslations("gateways.advanced");
  const { pending, failure, act } = useAct();
  const [isAsking, setAsking] = useState(false);
  const path = `/accounts/${accountId}/gateway`;
  const reboot = async () => {
    const result = await request("POST", `${path}/reboot`);
    if (result.ok) void act("rebooted", async () => result, () => toast({ title: t("rebooted") }));
    return result;
  };
  return (
    <div className="flex flex-col gap-4">
      {failure && <Banner live tone="bad" title={failure.message} />}
      <UpdateOptions path={path} support={support} mayConfigure={mayConfigure} />
      <Card title={t("title")} description={t("text")}>
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <p className="min-w-0 flex-1 basis-48 text-sm text-fg-2">{t("rebootText")}</p>
            {mayConfigure && <Button onClick={() => setAsking(true)}>{t("reboot")}</Button>}
          </div>
          <div className="flex flex-wrap items-center gap-3 text-sm">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">{t("tracing")}</p>
              <p className="text-fg-2">{t("tracingText")}</p>
            </div>
            <Switch aria-label={t("tracing")} checked={support.tracing} disabled={!mayConfigure} aria-busy={pending === "tracing"} onCheckedChange={(on) => void act("tracing", () => request("PUT", `${path}/tracing`, { body: { on } }))} />
          </div>
        </div>
      </Card>
      <LogTable lines={support.lines} />
      <ConfirmDialog open={isAsking} onOpenChange={setAsking} title={t("reboot")} effects={[t("rebootText")]} confirmLabel={t("reboot")} onConfirm={reboot} />
    </div>
  );
}

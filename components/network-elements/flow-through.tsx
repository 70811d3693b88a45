"use client";

import { useTranslations } from "next-intl";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { NetworkElementView } from "#lib/network-elements/schemas.ts";

type Answer = { on: boolean };

/** Switches Flow Through Provisioning of a MiCollab, which the ACD SIP softphone needs (ACDPRE-03). MiCollab itself keeps the setting. */
export function FlowThrough({ accountId, element }: { accountId: string; element: Pick<NetworkElementView, "id" | "name"> }) {
  const t = useTranslations("networkElements.flowThrough");
  const { pending, failure, act } = useAct();
  const set = (on: boolean) =>
    void act(
      on ? "on" : "off",
      () => request<Answer>("PUT", `/accounts/${accountId}/network-elements/${element.id}/flow-through`, { body: { on } }),
      (answer) => toast({ title: t(answer.on ? "isOn" : "isOff", { name: element.name }) }),
    );
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-surface-2 px-3.5 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="text-sm font-semibold">{t("title")}</h3>
        <p className="text-xs text-fg-3">{t("hint")}</p>
        {failure && (
          <p role="alert" className="text-xs text-bad">
            {failure.message}
          </p>
        )}
      </div>
      <div role="group" aria-label={t("title")} className="flex gap-1.5">
        <Button size="sm" pending={pending === "on"} onClick={() => set(true)}>
          {t("on")}
        </Button>
        <Button size="sm" variant="ghost" pending={pending === "off"} onClick={() => set(false)}>
          {t("off")}
        </Button>
      </div>
    </div>
  );
}

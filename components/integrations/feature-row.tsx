"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useId, useOptimistic, useTransition } from "react";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import type { FeatureView, IntegrationEntry } from "#lib/integrations/schemas.ts";
import { ChatGear } from "./chat-gear.tsx";
import { SettingsGear } from "./settings-gear.tsx";

type FeatureRowProps = {
  accountId: string;
  entry: IntegrationEntry;
  feature: FeatureView;
  chat: ChatSettingsView;
  mayConfigure: boolean;
  onRemove?: () => void;
};

/** One feature of an integration: it is switched at once, and goes back where that fails (ONE-04 to ONE-09). */
export function FeatureRow({ accountId, entry, feature, chat, mayConfigure, onRemove }: FeatureRowProps) {
  const t = useTranslations("integrations.features");
  const router = useRouter();
  const [shown, show] = useOptimistic(feature.on);
  const [pending, startTransition] = useTransition();
  const id = useId();
  const { label, hint, attention, attentionPath } = feature;

  const set = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const result = await request("PATCH", `/accounts/${accountId}/integrations/${entry.key}/features`, { body: { features: { [feature.key]: next } } });
      if (!result.ok) toast({ tone: "bad", title: t("failed", { label }), description: result.error.message });
      else toast({ title: t(next ? "isOn" : "isOff", { label, name: entry.name }) });
      router.refresh();
    });
  return (
    <li className="flex items-start gap-3 py-2">
      <Switch id={id} checked={shown} disabled={!mayConfigure || entry.removing} aria-busy={pending} aria-describedby={`${id}-hint`} onCheckedChange={(next) => !pending && set(next)} />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-sm text-fg-3">
          {hint}
        </p>
        {attention && (
          <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm text-warn">
            <ToneIcon tone="warn" className="size-4 shrink-0" />
            {attention}
            {attentionPath && (
              <Link href={`/accounts/${accountId}/${attentionPath}`} className="font-semibold underline">
                {t("mend")}
              </Link>
            )}
          </p>
        )}
      </div>
      {mayConfigure && !entry.removing && feature.gear === "chat" && <ChatGear accountId={accountId} chat={chat} />}
      {mayConfigure && !entry.removing && feature.settings && <SettingsGear accountId={accountId} name={label} of={feature.settings} settings={feature.settings.view} onRemove={onRemove} />}
    </li>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useTransition } from "react";
import { request } from "#components/api/request.ts";
import { Card } from "#components/ui/card.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { TwilioStatus } from "#lib/sms-numbers/schemas.ts";

type UserNumbersCardProps = { accountId: string; twilio: TwilioStatus; mayConfigure: boolean };

/** The option "User Numbers": with it users can be given numbers (USER-23). It is switched at once, and goes back where that fails. */
export function UserNumbersCard({ accountId, twilio: { userNumbers, figures }, mayConfigure }: UserNumbersCardProps) {
  const t = useTranslations("twilio.userNumbers");
  const words = useTranslations("integrations.features");
  const router = useRouter();
  const [shown, show] = useOptimistic(userNumbers);
  const [pending, startTransition] = useTransition();
  const id = useId();
  const set = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const result = await request("PATCH", `/accounts/${accountId}/integrations/twilio/features`, { body: { features: { user_numbers: next } } });
      if (!result.ok) toast({ tone: "bad", title: words("failed", { label: t("title") }), description: result.error.message });
      else toast({ title: words(next ? "isOn" : "isOff", { label: t("title"), name: "Twilio" }) });
      router.refresh();
    });
  return (
    <Card>
      <div className="flex items-start gap-3 text-sm">
        <Switch id={id} checked={shown} disabled={!mayConfigure} aria-busy={pending} aria-describedby={`${id}-hint`} onCheckedChange={(next) => !pending && set(next)} />
        <div className="min-w-0">
          <label htmlFor={id} className="font-semibold">
            {t("title")}
          </label>
          <div id={`${id}-hint`} className="text-fg-2">
            <p>{t(shown ? "hint" : "off")}</p>
            <p className="text-fg-3">{t("figures", figures)}</p>
            {figures.gone > 0 && <p className="text-bad">{t("gone", { count: figures.gone })}</p>}
          </div>
        </div>
      </div>
    </Card>
  );
}

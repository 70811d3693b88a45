"use client";

import { useTranslations } from "next-intl";
import { useId, useOptimistic, useTransition } from "react";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { AccountSwitch, AccountSwitches } from "#lib/account-switches/schemas.ts";

type SwitchRowProps = { accountId: string; name: AccountSwitch; on: boolean; mayChange: boolean };

/** One switch of the account; it acts at once, and goes back where that fails. */
export function SwitchRow({ accountId, name, on, mayChange }: SwitchRowProps) {
  const t = useTranslations("accountSwitches");
  const router = useRouter();
  const [shown, show] = useOptimistic(on);
  const [pending, startTransition] = useTransition();
  const id = useId();
  const label = t(`switches.${name}.label`);

  const set = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const result = await request<AccountSwitches>("PATCH", `/accounts/${accountId}/switches`, { body: { [name]: next } });
      if (!result.ok) return toast({ tone: "bad", title: t("failed", { label }), description: result.error.message });
      toast({ title: t(next ? "isOn" : "isOff", { label }) });
      router.refresh();
    });
  return (
    <div className="flex items-start gap-3 py-2">
      <Switch id={id} checked={shown} disabled={!mayChange} aria-busy={pending} aria-describedby={`${id}-hint`} onCheckedChange={(next) => !pending && set(next)} />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-sm text-fg-3">
          {t(`switches.${name}.hint`)}
        </p>
      </div>
    </div>
  );
}

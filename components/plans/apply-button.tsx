"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { peersInOrder } from "./peers-in-order.ts";
import type { PlanActs } from "./use-plan-acts.ts";

type ApplyButtonProps = { accountId: string; plan: PlanView; users: number | null; disabled: boolean; acts: PlanActs };

/** Applies a plan. What takes services away asks once more, with what will be lost. */
export function ApplyButton({ accountId, plan, users, disabled, acts }: ApplyButtonProps) {
  const t = useTranslations("plans.apply");
  const [asking, setAsking] = useState(false);
  const removes = plan.purpose === "remove";
  const label = users === null ? t("plain") : t(removes ? "remove" : "assign", { count: users });
  const press = () => {
    if (disabled) return;
    if (removes) setAsking(true);
    else acts.apply();
  };
  return (
    <>
      <Button variant={removes ? "danger" : "primary"} pending={acts.pending === "apply"} aria-disabled={disabled || undefined} onClick={press}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("removeTitle", { count: users ?? 0 })}
        effects={[...peersInOrder(plan.peers).toReversed().filter(({ steps }) => steps > 0).map(({ name, steps }) => t("removeEffect", { count: steps, name })), t("removeWayBack")]}
        confirmLabel={label}
        onConfirm={async (idempotencyKey) => {
          const result = await request<PlanView>("POST", `/accounts/${accountId}/provisioning/plans/${plan.id}/apply`, { body: {}, idempotencyKey });
          if (result.ok) acts.refresh();
          return result;
        }}
      />
    </>
  );
}

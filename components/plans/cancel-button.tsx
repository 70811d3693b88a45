"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";

type CancelButtonProps = { accountId: string; plan: PlanView; onCancelled: () => void };

/** Gives a plan up, or stops what of it has not begun. */
export function CancelButton({ accountId, plan, onCancelled }: CancelButtonProps) {
  const t = useTranslations("plans.cancel");
  const [asking, setAsking] = useState(false);
  const stage = plan.status === "applying" || plan.status === "checking" ? "stop" : "drop";
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(`${stage}.button`)}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t(`${stage}.title`)}
        effects={[t(`${stage}.first`), t(`${stage}.second`)]}
        confirmLabel={t(`${stage}.confirm`)}
        cancelLabel={t(`${stage}.keep`)}
        onConfirm={async (idempotencyKey) => {
          const result = await request<PlanView>("POST", `/accounts/${accountId}/provisioning/plans/${plan.id}/cancel`, { body: {}, idempotencyKey });
          if (result.ok) onCancelled();
          return result;
        }}
      />
    </>
  );
}

"use client";

import Undo2 from "lucide-react/icons/undo-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";
import { peersInOrder } from "./peers-in-order.ts";

type RollBackButtonProps = { accountId: string; plan: PlanView; run?: Pick<RunView, "id" | "userName" | "lines">; variant?: "secondary" | "ghost" };

/** Takes one run back, or all of a plan. The way back is a run of its own, which opens when it has been asked for. */
export function RollBackButton({ accountId, plan, run, variant = "secondary" }: RollBackButtonProps) {
  const t = useTranslations("plans.rollBack");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const rollBack = async (idempotencyKey: string) => {
    const body = run ? { runIds: [run.id] } : {};
    const result = await request<PlanView>("POST", `/accounts/${accountId}/provisioning/plans/${plan.id}/roll-back`, { body, idempotencyKey });
    if (result.ok) router.push(`/accounts/${accountId}/provisioning/runs/${result.data.id}`);
    return result;
  };
  return (
    <>
      <Button variant={variant} icon={<Undo2 aria-hidden />} aria-label={run && t("buttonFor", { name: run.userName })} onClick={() => setAsking(true)}>
        {t(run ? "button" : "buttonAll")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={run ? t("title", { name: run.userName }) : t("titleAll")}
        effects={run ? [...effectsOfRun(run, t), t("before", { name: run.userName })] : [...effectsOfPlan(plan, t), t("beforeAll"), t("newer")]}
        confirmLabel={run ? t("confirm", { name: run.userName }) : t("confirmAll")}
        onConfirm={rollBack}
      />
    </>
  );
}

type Translate = ReturnType<typeof useTranslations<"plans.rollBack">>;

/** What was tried is taken back, in reverse order; what was never reached is left alone. */
function effectsOfRun({ lines }: Pick<RunView, "lines">, t: Translate): string[] {
  return lines
    .filter(({ status }) => status !== "planned")
    .toReversed()
    .map(({ title, detail, peer }) => t("effect", { title, detail, peer }));
}

function effectsOfPlan({ peers }: PlanView, t: Translate): string[] {
  return peersInOrder(peers)
    .toReversed()
    .filter(({ steps }) => steps > 0)
    .map(({ name, steps }) => t("effectAll", { count: steps, name }));
}

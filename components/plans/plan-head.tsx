"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { stageOf } from "./stage.ts";

/** What the page of a plan is about, in the words of its stage, with the acts of that stage. */
export function PlanHead({ accountId, plan, actions }: { accountId: string; plan: PlanView; actions?: ReactNode }) {
  const t = useTranslations("plans");
  const stage = stageOf(plan);
  const { title, purpose, runCount, createdByName } = plan;
  const moment = { review: plan.readAt, ended: plan.finishedAt, making: null, applying: plan.appliedAt, refused: null, cancelled: plan.finishedAt }[stage] ?? plan.createdAt;
  return (
    <PageHeader
      title={t(`heading.${stage}`, { purpose })}
      subtitle={
        <>
          {t("for", { title, purpose, count: runCount })} {t.rich(`about.${stage}`, { name: createdByName, time: () => <Time value={moment} /> })}
        </>
      }
      actions={
        <>
          <HistoryLink accountId={accountId} asset={{ kind: "provisioning_plan", id: plan.id, name: title }} />
          {actions}
        </>
      }
    />
  );
}

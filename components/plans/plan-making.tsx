"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Card } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { CancelButton } from "./cancel-button.tsx";
import { PlanHead } from "./plan-head.tsx";

/** The systems are being read. How long that takes is theirs to say; nobody has to stay for it. */
export function PlanMaking({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const t = useTranslations("plans.making");
  const router = useRouter();
  return (
    <>
      <PlanHead accountId={accountId} plan={plan} actions={<CancelButton accountId={accountId} plan={plan} onCancelled={router.refresh} />} />
      <Card>
        <div role="status">
          <Progress label={t("reading")} value={null} />
        </div>
        <p className="mt-3 text-sm text-fg-2">{t("stay")}</p>
      </Card>
    </>
  );
}

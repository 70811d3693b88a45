"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { CancelButton } from "./cancel-button.tsx";
import { PlanHead } from "./plan-head.tsx";
import { Reasons } from "./reasons.tsx";
import { usePlanActs } from "./use-plan-acts.ts";

/** No plan could be made, mostly as a system did not answer. Nothing is lost: it is asked for again from here. */
export function PlanRefused({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const t = useTranslations("plans");
  const acts = usePlanActs(accountId, plan);
  return (
    <>
      <PlanHead
        accountId={accountId}
        plan={plan}
        actions={
          <>
            <CancelButton accountId={accountId} plan={plan} onCancelled={acts.refresh} />
            <Button variant="primary" icon={<RefreshCw aria-hidden />} pending={acts.pending === "read-again"} onClick={acts.readAgain}>
              {t("readAgain")}
            </Button>
          </>
        }
      />
      {acts.failure && <Banner live tone="bad" title={acts.failure.message} className="mb-4.5" />}
      <Banner live tone="bad" title={t("refused.title")} action={<ButtonLink href={`/accounts/${accountId}/integrations/network-elements`}>{t("refused.elements")}</ButtonLink>}>
        <Reasons reasons={plan.refusals} />
      </Banner>
    </>
  );
}

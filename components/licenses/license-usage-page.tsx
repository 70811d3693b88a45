import KeySquare from "lucide-react/icons/key-square";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LicenseUsage } from "#lib/licenses/schemas.ts";
import { ChangePreviewCard } from "./change-preview-card.tsx";
import { PlanCards } from "./plan-cards.tsx";
import { UsageCard } from "./usage-card.tsx";

/** The licenses of an account: how many are used and free and what expires, how that was, and what a change would do. */
export function LicenseUsagePage({ accountId, usage: { plans, history } }: { accountId: string; usage: LicenseUsage }) {
  const t = useTranslations("licenses");
  if (plans.length === 0) {
    return (
      <Card>
        <EmptyState icon={<KeySquare />} title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <PlanCards plans={plans} />
      <UsageCard plans={plans} history={history} />
      <ChangePreviewCard accountId={accountId} plans={plans.filter(({ entitled }) => entitled > 0)} />
    </div>
  );
}

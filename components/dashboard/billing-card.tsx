import Clock from "lucide-react/icons/clock";
import ReceiptText from "lucide-react/icons/receipt-text";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { PartnerDashboard } from "#lib/dashboard/schemas.ts";

/** "Billing": the way to the orders, and what of them is waiting (DASH-08, DASH-09). */
export function BillingCard({ orders: { toAssign, expiring } }: { orders: NonNullable<PartnerDashboard["orders"]> }) {
  const t = useTranslations("dashboard.partner");
  const format = useFormatter();
  return (
    <section aria-labelledby="billing" className="mb-4">
      <div className="mb-2.5 flex flex-wrap items-center justify-between gap-3">
        <h2 id="billing" className="text-base font-semibold">{t("billing")}</h2>
        <ButtonLink size="sm" href="/orders">{t("orders")}</ButtonLink>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <StatCard label={t("ordersToAssign")} icon={<ReceiptText aria-hidden />} value={format.number(toAssign)} tone={toAssign > 0 ? "warn" : "neutral"}>
          <Link href="/orders?show=unassigned" className="link">{t("ordersToAssignHint", { count: toAssign })}</Link>
        </StatCard>
        <StatCard label={t("expiring")} icon={<Clock aria-hidden />} value={format.number(expiring)} tone={expiring > 0 ? "warn" : "neutral"}>
          <Link href="/orders?show=expiring" className="link">{t("expiringHint", { count: expiring })}</Link>
        </StatCard>
      </div>
    </section>
  );
}

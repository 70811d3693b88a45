import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { LicenseUsage } from "#lib/licenses/schemas.ts";

type Usage = LicenseUsage["plans"][number];

/** One card a plan: used of how many, free, and expiring. */
export function PlanCards({ plans }: { plans: readonly Usage[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {plans.map((plan) => (
        <PlanCard key={`${plan.product} ${plan.plan}`} plan={plan} />
      ))}
    </ul>
  );
}

function PlanCard({ plan: { name, entitled, assigned, free, expiring, expiresFirst } }: { plan: Usage }) {
  const t = useTranslations("licenses");
  const over = Math.max(0, assigned - entitled);
  const share = entitled === 0 ? 100 : Math.min(100, (assigned / entitled) * 100);
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4.5 py-4 text-sm shadow-sm">
      <h2 className="font-semibold">{name}</h2>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
        <div className={classNames("h-full rounded-full", over > 0 ? "bg-bad" : free === 0 ? "bg-warn" : "bg-accent")} style={{ width: `${share}%` }} />
      </div>
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>{t("usedOf", { assigned, entitled })}</span>
        <span className={free === 0 ? "font-semibold text-warn" : "text-fg-2"}>{t("free", { count: free })}</span>
      </p>
      {over > 0 && <p className="text-bad">{t("over", { count: over })}</p>}
      <p className={expiring > 0 ? "text-warn" : "text-fg-3"}>{expiring > 0 && expiresFirst ? t("expiring", { count: expiring, date: expiresFirst }) : t("noExpiry")}</p>
    </li>
  );
}

import Check from "lucide-react/icons/check";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { FIRST_STEPS, type AccountDashboard } from "#lib/dashboard/schemas.ts";

type FirstStepsProps = { accountId: string; steps: AccountDashboard["steps"] };

const PAGE: Record<(typeof FIRST_STEPS)[number], string> = {
  networkElements: "integrations/network-elements",
  template: "templates",
  users: "users",
  services: "users",
};

/** The way from an empty account to users with phones; the first step not done yet stands out (LOGIN-16, OP1-03). */
export function FirstSteps({ accountId, steps }: FirstStepsProps) {
  const t = useTranslations("dashboard.steps");
  const next = FIRST_STEPS.find((step) => !steps[step]);
  return (
    <Card title={t("title")} description={t("about")} className="mb-4">
      <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {FIRST_STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={step === next ? "step" : undefined}
            className={classNames("flex gap-3 rounded-md border p-3", step === next ? "border-accent-line bg-accent-soft" : "border-line")}
          >
            <span aria-hidden className={classNames("grid size-6 shrink-0 place-items-center rounded-full text-xs font-bold", steps[step] ? "bg-good-soft text-good" : "bg-surface text-fg-2 ring-1 ring-line-strong")}>
              {steps[step] ? <Check className="size-3.5" /> : index + 1}
            </span>
            <div className="min-w-0 text-sm">
              <Link href={`/accounts/${accountId}/${PAGE[step]}`} className="link font-semibold">{t(step)}</Link>
              {steps[step] && <span className="sr-only"> {t("done")}</span>}
              <p className="mt-0.5 text-xs text-fg-2">{t(`${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

import Check from "lucide-react/icons/check";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { FIRST_STEPS, type AccountDashboard } from "#lib/dashboard/schemas.ts";
import type { Feature, May } from "#lib/permissions/schemas.ts";
import { Way } from "./way.tsx";

type FirstStepsProps = { accountId: string; steps: AccountDashboard["steps"]; may: May };

/** Where each step is taken, and what must be seen for it. */
const PAGE: Record<(typeof FIRST_STEPS)[number], { path: string; needs: Feature }> = {
  networkElements: { path: "integrations/network-elements", needs: "integrations" },
  template: { path: "templates", needs: "user_templates" },
  users: { path: "users", needs: "users" },
  services: { path: "users", needs: "users" },
};

/** The way from an empty account to users with phones; the first step not done yet stands out (LOGIN-16, OP1-03). */
export function FirstSteps({ accountId, steps, may }: FirstStepsProps) {
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
              <span className="font-semibold">
                <Way href={may(PAGE[step].needs, "view") ? `/accounts/${accountId}/${PAGE[step].path}` : null} className="link">{t(step)}</Way>
              </span>
              {steps[step] && <span className="sr-only"> {t("done")}</span>}
              <p className="mt-0.5 text-xs text-fg-2">{t(`${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

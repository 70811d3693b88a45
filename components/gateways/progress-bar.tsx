"use client";

import Check from "lucide-react/icons/check";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { isOpen, nextStep, stepsOf } from "#lib/gateways/rules.ts";
import type { GatewayView, WizardStep } from "#lib/gateways/schemas.ts";
import { progressOf } from "./progress-of.ts";
import { stepPath } from "./place.ts";
import type { WizardPlace } from "./place.ts";

/** The steps of the set-up: finished ones with a check mark, the current one highlighted; those that can be opened are links (GW-14). */
export function ProgressBar({ place, gateway, current }: { place: WizardPlace; gateway: GatewayView | null; current: WizardStep }) {
  const t = useTranslations("gateways.steps");
  const progress = gateway && progressOf(gateway);
  const platform = gateway?.platform ?? "standalone";
  const steps = stepsOf(platform);
  const reached = steps.indexOf(nextStep(progress));
  return (
    <nav aria-label={t("label")} className="mb-5">
      <ol className="flex flex-wrap gap-x-2 gap-y-2">
        {steps.map((step, index) => {
          const name = t(step === "connect" && platform === "smbc" ? "sync" : step);
          const done = index < reached || gateway?.completedAt != null;
          const isCurrent = step === current;
          const canOpen = isOpen(step, progress);
          const look = classNames(
            "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium",
            isCurrent ? "border-accent bg-accent-soft text-accent" : canOpen ? "border-line-strong text-fg" : "border-line text-fg-3",
          );
          const mark = done && <Check aria-hidden className="size-4 text-good" />;
          return (
            <li key={step}>
              {canOpen && !isCurrent ? (
                <Link href={stepPath(place, step)} className={classNames(look, "hover:bg-surface-2")} aria-label={done ? t("done", { step: name }) : undefined}>
                  {mark}
                  {name}
                </Link>
              ) : (
                <span className={look} aria-current={isCurrent ? "step" : undefined}>
                  {mark}
                  {name}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

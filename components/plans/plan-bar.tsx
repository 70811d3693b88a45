"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Spinner } from "#components/ui/spinner.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { PlanFigures } from "./plan-figures.ts";

type PlanBarProps = {
  /** Null while they are being counted. */
  figures: PlanFigures | null;
  steps: number;
  /** The plan is being made anew, and its figures with it. */
  working: boolean;
  /** Why it can not be applied, where it can not. */
  obstacle: string | null;
  children: ReactNode;
};

/** Stays at the lower edge, where there is room for it: what pressing the button will do, and the buttons. */
export function PlanBar({ figures, steps, working, obstacle, children }: PlanBarProps) {
  const t = useTranslations("plans.bar");
  return (
    <div className="z-20 flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-lg sm:sticky sm:bottom-4">
      <p role="status" className="min-w-0 flex-1 basis-56 text-base text-fg-2">
        {working ? (
          <span className="inline-flex items-center gap-2">
            <Spinner /> {t("working")}
          </span>
        ) : figures === null ? (
          <Skeleton className="h-4 w-48" />
        ) : (
          <>
            <strong className="font-semibold text-fg">{t("figures", { users: figures.users, steps })}</strong> {figures.leftOut > 0 && t("leftOut", { count: figures.leftOut })}{" "}
            {figures.unchanged > 0 && t("unchanged", { count: figures.unchanged })} {obstacle}
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2.5">{children}</div>
    </div>
  );
}

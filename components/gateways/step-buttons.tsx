"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { entranceOf } from "./place.ts";
import type { WizardPlace } from "./place.ts";

/** "Cancel" and what goes on, at the end of a step; with the legend where fields are required (GW-18). */
export function StepButtons({ place, legend, children }: { place: WizardPlace; legend?: boolean; children: ReactNode }) {
  const t = useTranslations("gateways");
  const router = useRouter();
  return (
    <div className="mt-4 flex flex-wrap items-center justify-end gap-2">
      {legend && <span className="me-auto text-xs text-fg-3">{t("required")}</span>}
      <Button onClick={() => router.push(entranceOf(place))}>{t("cancel")}</Button>
      {children}
    </div>
  );
}

"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { GatewayView, WizardStep } from "#lib/gateways/schemas.ts";
import { Checklist } from "./checklist.tsx";
import { entranceOf } from "./place.ts";
import type { WizardPlace } from "./place.ts";
import { ProgressBar } from "./progress-bar.tsx";

type WizardFrameProps = { place: WizardPlace; gateway: GatewayView | null; current: WizardStep; children: ReactNode };

/** What is around every step: the way back, the progress bar, and the checklist (GW-13, GW-14, GW-18). */
export function WizardFrame({ place, gateway, current, children }: WizardFrameProps) {
  const t = useTranslations("gateways");
  return (
    <div className="max-w-4xl">
      <Trail steps={[{ label: t("title") }]} />
      <LiveRefresh topics={["integrations"]} />
      <Link href={entranceOf(place)} className="mb-3 inline-flex items-center gap-1 text-sm text-accent hover:underline">
        <ChevronLeft aria-hidden className="size-4" />
        {t("returnTo", { account: place.accountName })}
      </Link>
      <PageHeader title={t("title")} subtitle={place.accountName} />
      <ProgressBar place={place} gateway={gateway} current={current} />
      <div className="mb-3 flex justify-end">
        <Checklist />
      </div>
      {children}
    </div>
  );
}

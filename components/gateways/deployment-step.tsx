"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { toast } from "#components/ui/toast.tsx";
import { entranceOf } from "./place.ts";
import type { WizardPlace } from "./place.ts";
import { StepButtons } from "./step-buttons.tsx";

/** The step Deployment: "Complete" ends the set-up and leads to the users, or back (GW-42 to GW-44). */
export function DeploymentStep({ place, mayConfigure }: { place: WizardPlace; mayConfigure: boolean }) {
  const t = useTranslations("gateways.deployment");
  const router = useRouter();
  const { pending, failure, act } = useAct();
  const [toUsers, setToUsers] = useState(false);
  const completed = () => {
    toast({ title: t("completed") });
    router.push(toUsers ? `/accounts/${place.accountId}/users` : entranceOf(place));
  };
  return (
    <>
      <Card title={t("title")}>
        {failure && <Banner live tone="bad" title={failure.message} className="mb-4" />}
        <p className="mb-4 text-sm text-fg-2">{t("text")}</p>
        <label className="flex items-start gap-2 text-sm">
          <Checkbox checked={toUsers} onCheckedChange={setToUsers} />
          <span className="py-0.5">{t("toUsers")}</span>
        </label>
      </Card>
      <StepButtons place={place}>
        {mayConfigure && (
          <Button variant="primary" pending={pending !== null} onClick={() => void act("complete", () => request("POST", `/accounts/${place.accountId}/gateway/complete`), completed)}>
            {t("complete")}
          </Button>
        )}
      </StepButtons>
    </>
  );
}

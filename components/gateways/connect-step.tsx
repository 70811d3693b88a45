"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { GatewayView } from "#lib/gateways/schemas.ts";
import { Connected } from "./connected.tsx";
import { stepPath } from "./place.ts";
import type { WizardPlace } from "./place.ts";
import { StepButtons } from "./step-buttons.tsx";

type ConnectStepProps = { place: WizardPlace; gateway: GatewayView; mayConfigure: boolean };

/** The step Connect, on an SMB controller Sync: first the connection, then what came by it (GW-24, GW-29 to GW-41). */
export function ConnectStep({ place, gateway, mayConfigure }: ConnectStepProps) {
  const t = useTranslations("gateways.connect");
  const all = useTranslations("gateways");
  const { pending, failure, act } = useAct();
  const isSmbc = gateway.platform === "smbc";
  const connect = () => act("connect", () => request("POST", `/accounts/${place.accountId}/gateway/connection`));
  if (gateway.connectedAt) {
    return (
      <>
        <Connected place={place} gateway={gateway} mayConfigure={mayConfigure} />
        <StepButtons place={place}>
          <ButtonLink variant="primary" href={stepPath(place, "deployment")}>
            {all("next")}
          </ButtonLink>
        </StepButtons>
      </>
    );
  }
  return (
    <>
      <Card title={t(isSmbc ? "syncTitle" : "startTitle")}>
        {failure && (
          <Banner
            live
            tone="bad"
            title={failure.message}
            className="mb-4"
            action={!isSmbc && <Link href={stepPath(place, "pbx")} className="text-sm text-accent hover:underline">{t("changePbx")}</Link>}
          />
        )}
        <p className="mb-4 text-sm text-fg-2">{t(isSmbc ? "syncText" : "startText")}</p>
        {mayConfigure && (
          <Button variant="primary" pending={pending === "connect"} onClick={() => void connect()}>
            {t(isSmbc ? "sync" : "connect")}
          </Button>
        )}
      </Card>
      <StepButtons place={place}>{null}</StepButtons>
    </>
  );
}

import { useTranslations } from "next-intl";
import type { CountryOption } from "#components/accounts/customer-fields.tsx";
import { Banner } from "#components/ui/banner.tsx";
import type { GatewaySetUp, GatewaySupport, WizardStep } from "#lib/gateways/schemas.ts";
import { AdvancedOptions } from "./advanced-options.tsx";
import { ConnectStep } from "./connect-step.tsx";
import { DeploymentStep } from "./deployment-step.tsx";
import { GatewayStep } from "./gateway-step.tsx";
import { OverviewStep } from "./overview-step.tsx";
import { PbxStep } from "./pbx-step.tsx";
import type { WizardPlace } from "./place.ts";
import { WizardFrame } from "./wizard-frame.tsx";

type WizardProps = {
  place: WizardPlace;
  setUp: GatewaySetUp;
  step: WizardStep;
  countries: readonly CountryOption[];
  /** For the step Advanced: what the gateway says, or why it does not. */
  support: GatewaySupport | { failure: string } | null;
  mayConfigure: boolean;
};

/** The set-up of a CloudLink gateway, at one of its steps (GW-12 to GW-44). */
export function GatewayWizard({ place, setUp, step, countries, support, mayConfigure }: WizardProps) {
  const t = useTranslations("gateways.advanced");
  const { gateway } = setUp;
  if (!gateway || step === "gateway") {
    return (
      <WizardFrame place={place} gateway={gateway} current="gateway">
        <GatewayStep place={place} setUp={setUp} countries={countries} mayConfigure={mayConfigure} />
      </WizardFrame>
    );
  }
  return (
    <WizardFrame place={place} gateway={gateway} current={step}>
      {step === "pbx" && <PbxStep place={place} gateway={gateway} mayConfigure={mayConfigure} />}
      {step === "connect" && <ConnectStep place={place} gateway={gateway} mayConfigure={mayConfigure} />}
      {step === "deployment" && <DeploymentStep place={place} mayConfigure={mayConfigure} />}
      {support && ("failure" in support ? <Banner tone="bad" title={t("failed")}>{support.failure}</Banner> : <AdvancedOptions accountId={place.accountId} support={support} mayConfigure={mayConfigure} />)}
      {step === "overview" && <OverviewStep accountId={place.accountId} gateway={gateway} countries={countries} />}
    </WizardFrame>
  );
}

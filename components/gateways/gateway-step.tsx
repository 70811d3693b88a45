"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import type { CountryOption } from "#components/accounts/customer-fields.tsx";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { RegisterGatewayInput } from "#lib/gateways/schemas.ts";
import type { GatewaySetUp, GatewayView } from "#lib/gateways/schemas.ts";
import { EthernetFields } from "./ethernet-fields.tsx";
import { InfoButton } from "./info.tsx";
import { NoGateway } from "./no-gateway.tsx";
import { stepPath } from "./place.ts";
import type { WizardPlace } from "./place.ts";
import { StepButtons } from "./step-buttons.tsx";

const Shape = RegisterGatewayInput.omit({ version: true });

type GatewayStepProps = { place: WizardPlace; setUp: GatewaySetUp; countries: readonly CountryOption[]; mayConfigure: boolean };

/** The step Gateway: its site and its network; "Next" registers it (GW-15 to GW-21). */
export function GatewayStep({ place, setUp: { gateway, business }, countries, mayConfigure }: GatewayStepProps) {
  const t = useTranslations("gateways.site");
  if (!gateway) return <NoGateway />;
  return (
    <>
      <p className="mb-3 text-sm text-fg-2">{t("detected", { serial: gateway.serial, address: gateway.address, name: gateway.detectedBy })}</p>
      <SiteForm place={place} gateway={gateway} site={gateway.site ?? business} countries={countries} mayConfigure={mayConfigure} />
    </>
  );
}

type SiteFormProps = Omit<GatewayStepProps, "setUp"> & { gateway: GatewayView; site: GatewaySetUp["business"] };

function SiteForm({ place, gateway, site, countries, mayConfigure }: SiteFormProps) {
  const t = useTranslations("gateways.site");
  const all = useTranslations("gateways");
  const router = useRouter();
  const saved = ({ gateway: now }: GatewaySetUp) => {
    toast({ title: t("updated") });
    router.push(stepPath(place, now?.platform === "smbc" ? "connect" : "pbx"));
    router.refresh();
  };
  return (
    <Form
      schema={Shape}
      defaultValues={{ site: { ...site, country: site.country || undefined }, ethernet: gateway.ethernet ?? { mode: "dhcp" } }}
      onSubmit={(values) => request<GatewaySetUp>("PUT", `/accounts/${place.accountId}/gateway/registration`, { body: { version: gateway.version, ...values } })}
      onSaved={saved}
      guard
    >
      <Card title={t("title")} actions={<InfoButton of={t("title")}>{t("about")}</InfoButton>} className="mb-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="site.siteName" label={t("siteName")} required />
          <TextField name="site.address" label={t("address")} />
          <TextField name="site.city" label={t("city")} required />
          <ComboboxField name="site.country" label={t("country")} options={countries} required />
          <TextField name="site.province" label={t("province")} required />
          <TextField name="site.postalCode" label={t("postalCode")} required />
        </div>
      </Card>
      <EthernetFields initial={gateway.ethernet} />
      <StepButtons place={place} legend>
        {mayConfigure && <SubmitButton>{all("next")}</SubmitButton>}
      </StepButtons>
    </Form>
  );
}

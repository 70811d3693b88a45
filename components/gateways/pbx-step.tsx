"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { PBX_TYPE_KEYS, PbxInput } from "#lib/gateways/schemas.ts";
import type { GatewaySetUp, GatewayView, PbxView } from "#lib/gateways/schemas.ts";
import { PbxFields } from "./pbx-fields.tsx";
import { stepPath } from "./place.ts";
import type { WizardPlace } from "./place.ts";
import { StepButtons } from "./step-buttons.tsx";

const EMPTY = { type: null, name: "", address: "", port: "", username: "", password: "", mbgAddress: "", mbgPassword: "", micollabAddress: "", micollabPassword: "" };

/** What is stored; a password never comes back, and is typed anew or kept. */
function initialValues(pbx: PbxView | null) {
  if (!pbx) return EMPTY;
  const { keptSecrets: _, port, ...stored } = pbx;
  return { ...EMPTY, ...stored, port: port === null ? "" : String(port) };
}

/** The step PBX, dialog "Configure PBX" (GW-23, GW-25 to GW-28). */
export function PbxStep({ place, gateway, mayConfigure }: { place: WizardPlace; gateway: GatewayView; mayConfigure: boolean }) {
  const t = useTranslations("gateways.pbx");
  const all = useTranslations("gateways");
  const router = useRouter();
  const saved = () => {
    toast({ title: t("created") });
    router.push(stepPath(place, "connect"));
    router.refresh();
  };
  const shape = z.object({ pbx: z.looseObject({ type: z.enum(PBX_TYPE_KEYS, t("chooseMessage")) }).pipe(PbxInput) });
  return (
    <Form
      schema={shape as unknown as z.ZodType<{ pbx: PbxInput }, { pbx: Record<string, unknown> }>}
      defaultValues={{ pbx: initialValues(gateway.pbx) }}
      onSubmit={(values) => request<GatewaySetUp>("PUT", `/accounts/${place.accountId}/gateway/pbx`, { body: { version: gateway.version, ...values } })}
      onSaved={saved}
      guard
    >
      <Card title={t("title")} description={t("about")}>
        <PbxFields kept={gateway.pbx?.keptSecrets ?? []} />
      </Card>
      <StepButtons place={place} legend>
        {mayConfigure && <SubmitButton>{all("next")}</SubmitButton>}
      </StepButtons>
    </Form>
  );
}

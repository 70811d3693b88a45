"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { AddPlanInput } from "#lib/plans/schemas.ts";
import type { PlanView } from "#lib/plans/schemas.ts";
import type { ServiceRoleChoice } from "#lib/service-roles/schemas.ts";
import { forgetKeptSelection } from "./kept-selection.ts";
import type { KeptSelection } from "./kept-selection.ts";
import { PlanFields } from "./plan-fields.tsx";

/** What a plan is asked with, and whether it gives or takes away. */
const PlanForm = AddPlanInput.omit({ selection: true })
  .extend({ what: z.enum(["assign", "remove"]) })
  .refine(({ what, serviceRoleId }) => what === "remove" || serviceRoleId !== null, { path: ["serviceRoleId"], error: "Please choose a role." });

type NewPlanFormProps = { accountId: string; kept: KeptSelection; roles: readonly ServiceRoleChoice[] };

/** Asks for a plan. Nothing is sent to any system by it. */
export function NewPlanForm({ accountId, kept, roles }: NewPlanFormProps) {
  const t = useTranslations("plans.new");
  const router = useRouter();
  const [only, another] = roles;
  const ask = ({ what, serviceRoleId, ...choices }: z.output<typeof PlanForm>, idempotencyKey: string) =>
    request<PlanView>("POST", `/accounts/${accountId}/provisioning/plans`, {
      body: what === "remove" ? { selection: kept.selection, serviceRoleId: null } : { selection: kept.selection, serviceRoleId, ...choices },
      idempotencyKey,
    });
  const asked = ({ id }: PlanView) => {
    forgetKeptSelection(accountId);
    router.push(`/accounts/${accountId}/provisioning/runs/${id}`);
  };
  return (
    <Form
      schema={PlanForm}
      defaultValues={{
        what: "assign",
        serviceRoleId: only && !another ? only.id : null,
        firstNumber: "",
        agentGroups: [],
        contactCenter: true,
        otherPhonePrefix: "",
        otherPhoneSuffix: "",
      }}
      onSubmit={(values, _, idempotencyKey) => ask(values, idempotencyKey)}
      onSaved={asked}
      className="max-w-2xl"
    >
      <Card>
        <div className="grid gap-5">
          <PlanFields accountId={accountId} roles={roles} />
        </div>
      </Card>
      <div className="mt-4.5 flex flex-wrap items-center gap-2.5">
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href={`/accounts/${accountId}/users`}>{t("cancel")}</ButtonLink>
        <p className="min-w-0 flex-1 basis-56 text-sm text-fg-3">{t("nothingSent")}</p>
      </div>
    </Form>
  );
}

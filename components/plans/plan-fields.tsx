"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import { useFormContext } from "#components/forms/form-context.ts";
import { RadioField } from "#components/forms/radio-field.tsx";
import { SwitchField } from "#components/forms/switch-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { ServiceRoleChoice } from "#lib/service-roles/schemas.ts";
import { AgentGroupsField } from "./agent-groups-field.tsx";
import { useOtherPhone } from "./use-other-phone.ts";
import { useRoleChoices } from "./use-role-choices.ts";

/** The fields of a new plan; those that only a template needs are there only with one. */
export function PlanFields({ accountId, roles }: { accountId: string; roles: readonly ServiceRoleChoice[] }) {
  const t = useTranslations("plans.new");
  const { control } = useFormContext();
  const [what, roleId] = useWatch({ control, name: ["what", "serviceRoleId"] }) as [string, string | null];
  const choices = useRoleChoices(accountId, roles, roleId);
  const hasOtherPhone = useOtherPhone(accountId, choices.chosen?.templateId ?? null);
  return (
    <>
      <RadioField
        name="what"
        label={t("what")}
        options={[
          { value: "assign", label: t("assign"), hint: t("assignHint") },
          { value: "remove", label: t("remove"), hint: t("removeHint") },
        ]}
      />
      {what === "assign" && (
        <>
          <ComboboxField
            name="serviceRoleId"
            label={t("role")}
            hint={choices.chosen ? choices.chosen.description : t(roles.length === 0 ? "noRoles" : "roleHint")}
            options={choices.options}
            onSearch={choices.search}
            loading={choices.loading}
            required
          />
          <TextField name="firstNumber" label={t("firstNumber")} hint={t("firstNumberHint")} inputMode="tel" className="sm:max-w-1/2" />
          {hasOtherPhone && (
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField name="otherPhonePrefix" label={t("prefix")} hint={t("prefixHint")} inputMode="tel" />
              <TextField name="otherPhoneSuffix" label={t("suffix")} hint={t("suffixHint")} inputMode="tel" />
            </div>
          )}
          <AgentGroupsField name="agentGroups" label={t("agentGroups")} hint={t("agentGroupsHint")} />
          <SwitchField name="contactCenter" label={t("contactCenter")} hint={t("contactCenterHint")} />
        </>
      )}
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import { useFormContext } from "#components/forms/form-context.ts";
import { SwitchField } from "#components/forms/switch-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { AgentGroupsField } from "#components/plans/agent-groups-field.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { NumbersView } from "#lib/mivoice-business/schemas.ts";
import { categoryLabel, isOfCategory } from "#lib/telephony/schemas.ts";
import type { ServiceCategory, TelephonyOfUser, TemplateChoice } from "#lib/telephony/schemas.ts";

type SetUpFieldsProps = {
  telephony: TelephonyOfUser;
  templates: readonly TemplateChoice[];
  /** What the templates are limited to while the box is ticked; null: there is nothing to limit them by. */
  category: ServiceCategory | null;
  numbers: NumbersView | null;
};

/** The template with its filter, and what goes with it on the PBX and in the contact center (CX-06, CX-07, SVC-06). */
export function SetUpFields({ telephony: { product, withMitelCx }, templates, category, numbers }: SetUpFieldsProps) {
  const t = useTranslations("telephony.setUp");
  const { control, setValue } = useFormContext();
  const chosenId = useWatch({ control, name: "serviceRoleId" }) as string | null;
  const [filtered, setFiltered] = useState(true);
  const offered = filtered && category ? templates.filter((template) => isOfCategory(template, category)) : templates;
  const chosen = offered.find(({ id }) => id === chosenId);
  const onPbx = product === "mivoice_business";
  // A template that is no longer offered is no longer chosen; the only one there is, is.
  const only = offered.length === 1 ? offered[0]!.id : null;
  useEffect(() => {
    if (chosenId === null && only !== null) setValue("serviceRoleId", only, { shouldDirty: true });
    else if (chosenId !== null && !chosen) setValue("serviceRoleId", only, { shouldDirty: true });
  }, [chosenId, chosen, only, setValue]);
  return (
    <>
      <div className="grid gap-2">
        <ComboboxField
          name="serviceRoleId"
          label={t("template")}
          hint={offered.length === 0 ? t("noTemplates") : chosen?.description || t("templateHint")}
          options={offered.map(({ id, name, primaryPhone, category: own }) => ({ value: id, label: name, hint: [own && categoryLabel(own), primaryPhone].filter(Boolean).join(" · ") || undefined }))}
          required
        />
        <label className="flex min-h-6 items-center gap-2">
          <Checkbox checked={filtered} onCheckedChange={setFiltered} />
          {t("filter")}
        </label>
      </div>
      {onPbx && <NumberField numbers={numbers} />}
      {onPbx && chosen?.hasOtherPhone && (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="otherPhonePrefix" label={t("prefix")} inputMode="tel" />
          <TextField name="otherPhoneSuffix" label={t("suffix")} inputMode="tel" />
        </div>
      )}
      {onPbx && chosen?.hasAgent && <AgentGroupsField name="agentGroups" label={t("agentGroups")} hint={t("agentGroupsHint")} />}
      {onPbx && withMitelCx && <SwitchField name="mitelCx" label={t("mitelCx")} hint={t("mitelCxHint")} />}
      {onPbx && !withMitelCx && chosen?.hasAgent && <SwitchField name="contactCenter" label={t("contactCenter")} hint={t("contactCenterHint")} />}
    </>
  );
}

/** The directory number, out of those that the PBX has free (SVC-06). */
function NumberField({ numbers }: { numbers: NumbersView | null }) {
  const t = useTranslations("telephony.setUp");
  const hint = !numbers?.system ? t("numberPlain") : numbers.problem ? t("numberProblem", { problem: numbers.problem }) : t("numberHint", { system: numbers.system });
  return <ComboboxField name="number" label={t("number")} hint={hint} options={(numbers?.free ?? []).map((number) => ({ value: number, label: number }))} />;
}

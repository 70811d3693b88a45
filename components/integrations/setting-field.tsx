"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "#components/forms/checkbox-field.tsx";
import { useFormContext } from "#components/forms/form-context.ts";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { SwitchField } from "#components/forms/switch-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { TimeZoneField } from "#components/forms/time-zone-field.tsx";
import type { FieldDeclaration } from "#lib/integrations/fields.ts";
import { settingName } from "./setting-values.ts";

type SettingFieldProps = { field: FieldDeclaration; isKept: boolean; readOnly: boolean };

/** One field of an integration's settings, as its definition declares it. */
export function SettingField({ field, isKept, readOnly }: SettingFieldProps) {
  const t = useTranslations("integrations.settings");
  const { control } = useFormContext();
  const { shownWhen, enabledWhen } = field;
  const watched: unknown[] = useWatch({ control, name: [shownWhen, enabledWhen].map((condition) => settingName(condition?.field ?? field.name)) });
  const [shown, enabled] = [shownWhen, enabledWhen].map((condition, place) => condition === undefined || (watched[place] === true) === condition.is);
  if (!shown) return null;
  const common = { name: settingName(field.name), label: field.label, hint: field.hint, required: field.required && enabled, disabled: readOnly || !enabled };
  switch (field.kind) {
    case "checkbox":
      return <CheckboxField {...common} />;
    case "switch":
      return <SwitchField {...common} />;
    case "choice":
      return <SelectField {...common} options={field.options} />;
    case "time_zone":
      return <TimeZoneField {...common} />;
    case "secret":
      return <PasswordField {...common} required={common.required && !isKept} hint={isKept ? t("kept") : field.hint} autoComplete="new-password" />;
    default:
      return <TextField {...common} multiline={field.multiline} />;
  }
}

"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/forms/field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Switch } from "#components/ui/switch.tsx";

/** Role drop-down and the toggle "Account Admin": two ways to say the same, so both hold the form's one `role` (USER-51, USER-52, OP1-29). */
export function AdminFields({ whyFixed }: { whyFixed: string | undefined }) {
  const t = useTranslations("users");
  const options = (["user", "account_admin"] as const).map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <>
      <SelectField name="role" label={t("form.role")} options={options} disabled={whyFixed !== undefined} hint={whyFixed} />
      <AdminSwitch disabled={whyFixed !== undefined} />
    </>
  );
}

function AdminSwitch({ disabled }: { disabled: boolean }) {
  const t = useTranslations("users.form");
  const { id, value, change, blur } = useField("role", t("role"));
  return (
    <Field id={`${id}-admin`} label={t("accountAdmin")} hint={t("accountAdminHint")} labelling="beside" className="sm:pt-6">
      {({ "aria-required": _, ...aria }) => (
        <Switch {...aria} checked={value === "account_admin"} disabled={disabled} onCheckedChange={(on) => change(on ? "account_admin" : "user")} onBlur={blur} />
      )}
    </Field>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/forms/field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Switch } from "#components/ui/switch.tsx";
import type { RoleChoice } from "#lib/roles/schemas.ts";
import type { UserView } from "#lib/users/schemas.ts";

type AdminFieldsProps = {
  user: Pick<UserView, "role" | "customRole" | "customRoleId">;
  /** The roles that users of the account can be given (UROLE-01, UROLE-06). */
  choices: readonly RoleChoice[];
  whyFixed: string | undefined;
};

/** Role drop-down and the toggle "Account Admin": two ways to say the same, so both hold the form's one `role` (USER-51, USER-52, OP1-29). */
export function AdminFields({ user, choices, whyFixed }: AdminFieldsProps) {
  const t = useTranslations("users");
  const current = { value: user.customRoleId ?? user.role, label: user.customRole || t(`roles.${user.role}`) };
  const given = choices.map(({ value, name }) => ({ value, label: name }));
  const options = given.some(({ value }) => value === current.value) ? given : [current, ...given];
  return (
    <>
      <SelectField name="role" label={t("form.role")} options={options} disabled={whyFixed !== undefined} hint={whyFixed} />
      {user.role !== "partner" && <AdminSwitch disabled={whyFixed !== undefined} />}
    </>
  );
}

function AdminSwitch({ disabled }: { disabled: boolean }) {
  const t = useTranslations("users.form");
  const { id, value, change, blur } = useField("role", t("role"));
  return (
    <Field id={`${id}-admin`} label={t("accountAdmin")} hint={t("accountAdminHint")} labelling="beside" className="sm:pt-6">
      {({ "aria-required": _, ...aria }) => (
        <Switch {...aria} checked={value !== "user"} disabled={disabled} onCheckedChange={(on) => change(on ? "account_admin" : "user")} onBlur={blur} />
      )}
    </Field>
  );
}

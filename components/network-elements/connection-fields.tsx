"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";

type ConnectionFieldsProps = { passwordHint?: ReactNode; passwordRequired: boolean; submit: string; onCancel: () => void };

/** How a system is reached: address, user name and password, and the buttons that end the form. */
export function ConnectionFields({ passwordHint, passwordRequired, submit, onCancel }: ConnectionFieldsProps) {
  const t = useTranslations("networkElements");
  return (
    <>
      <TextField name="address" label={t("address")} hint={t("addressHint")} inputMode="url" required />
      <TextField name="username" label={t("username")} required />
      {/* "new-password", as the password manager's own for the portal has no place here. */}
      <PasswordField name="password" label={t("password")} hint={passwordHint} autoComplete="new-password" required={passwordRequired} />
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </>
  );
}

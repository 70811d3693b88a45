"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { NewPassword } from "#lib/registration/schemas.ts";

const Password = z.object({ password: NewPassword });

type NewPasswordFormProps = { email: string; token: string; purpose: "registration" | "reset" };

/** Chooses the first password (WELCOME-03, WELCOME-04) or a new one. */
export function NewPasswordForm({ email, token, purpose }: NewPasswordFormProps) {
  const t = useTranslations("registration");
  const [operation, done] = purpose === "registration" ? ["registrations", "registered"] : ["password-resets", "password"];
  return (
    <Form
      schema={Password}
      defaultValues={{ password: "" }}
      onSubmit={({ password }) => request<{ email: string }>("POST", `/${operation}/${encodeURIComponent(token)}`, { body: { password } })}
      onSaved={() => location.assign(`/login?done=${done}`)}
      className="grid gap-4"
    >
      {/* For password managers, which keep the password with the address beside it. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="password" label={t("password")} hint={t("passwordHint")} autoComplete="new-password" controlSize="lg" required autoFocus />
      <SubmitButton size="lg" className="w-full">{t(purpose === "registration" ? "complete" : "setPassword")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useState } from "react";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { SENTENCES } from "#lib/messages/sentences.ts";
import { SignInInput, type SignInAnswer } from "#lib/sessions/schemas.ts";
import { AccountChoice } from "./account-choice.tsx";

const AddressStep = z.object({ email: z.string().trim().max(254, SENTENCES.emailInvalid).pipe(z.email(SENTENCES.emailInvalid)) });
const PasswordStep = SignInInput.pick({ email: true, password: true });

/** Address, "Next", password, "Next" (LOGIN-13, OP1-02); then the account, where the address belongs to several. */
export function SignInForm({ destination }: { destination: string }) {
  const t = useTranslations("signIn");
  const [email, setEmail] = useState<string | null>(null);
  // To correct one letter of an address nobody types it anew.
  const [typed, setTyped] = useState("");
  const [choice, setChoice] = useState<{ accounts: SignInAnswer["accounts"]; password: string } | null>(null);

  async function signIn(given: { email: string; password: string; accountId?: string }) {
    const result = await request<SignInAnswer>("POST", "/sessions", { body: { ...given, userAgent: navigator.userAgent } });
    // A whole new page load, so that nothing of the signed-out page stays.
    if (result.ok && result.data.status === "signed_in") location.assign(destination);
    if (result.ok && result.data.status === "choose_account") setChoice({ accounts: result.data.accounts, password: given.password });
    return result;
  }

  function changeAddress(before: string) {
    setTyped(before);
    setEmail(null);
  }

  if (choice && email) {
    return <AccountChoice accounts={choice.accounts} onChoose={(accountId) => signIn({ email, password: choice.password, accountId })} />;
  }
  if (email === null) {
    return (
      <Form key="address" schema={AddressStep} defaultValues={{ email: typed }} onSubmit={async (values) => ({ ok: true, data: values })} onSaved={({ email: given }) => setEmail(given)} className="grid gap-4">
        <TextField name="email" label={t("email")} type="email" autoComplete="username" controlSize="lg" autoFocus />
        <SubmitButton size="lg" className="w-full">{t("next")}</SubmitButton>
      </Form>
    );
  }
  return (
    <Form key="password" schema={PasswordStep} defaultValues={{ email, password: "" }} onSubmit={signIn} className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-3 rounded-md border border-line bg-surface-2 py-1.5 ps-3 pe-1.5 text-sm">
        <span className="wrap-anywhere">{email}</span>
        <Button variant="ghost" size="sm" onClick={() => changeAddress(email)} className="ms-auto">{t("back")}</Button>
      </div>
      {/* For password managers, which look for the address beside the password. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="password" label={t("password")} autoComplete="current-password" controlSize="lg" autoFocus />
      <SubmitButton size="lg" className="w-full">{t("next")}</SubmitButton>
      <Link href={`/reset-password?email=${encodeURIComponent(email)}`} className="text-sm text-accent hover:underline">{t("forgot")}</Link>
    </Form>
  );
}

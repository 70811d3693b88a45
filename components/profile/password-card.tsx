"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ChangePasswordInput } from "#lib/me/schemas.ts";

const EMPTY = { currentPassword: "", password: "" };

/** Changes the own password (DASH-13, OP1-88). */
export function PasswordCard({ email }: { email: string }) {
  const t = useTranslations("profile.password");
  const router = useRouter();
  // A form that was taken begins anew, so that no password stays on the page; the focus stays in it.
  const [round, setRound] = useState(0);

  function changed() {
    setRound(round + 1);
    toast({ title: t("changed"), description: t("changedText") });
    router.refresh();
  }
  return (
    <Card title={t("title")} description={t("about")}>
      <Form key={round} schema={ChangePasswordInput} defaultValues={EMPTY} onSubmit={(values) => request("POST", "/me/password", { body: values })} onSaved={changed} className="flex max-w-sm flex-col gap-4">
        {/* For password managers, which look for the address beside the password. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField name="currentPassword" label={t("current")} autoComplete="current-password" required autoFocus={round > 0} />
        <PasswordField name="password" label={t("new")} hint={t("hint")} autoComplete="new-password" required />
        <div>
          <SubmitButton>{t("change")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

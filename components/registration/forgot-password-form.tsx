"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { useFocusOnAppearing } from "#components/ui/use-focus-on-appearing.ts";
import { SENTENCES } from "#lib/messages/sentences.ts";

const Address = z.object({ email: z.string().trim().pipe(z.email(SENTENCES.emailInvalid)) });

/** Asks for a reset link; what it says afterwards does not tell whether the address exists. */
export function ForgotPasswordForm({ email }: { email: string }) {
  const t = useTranslations("registration");
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo) return <Sent to={sentTo} />;
  return (
    <Form
      schema={Address}
      defaultValues={{ email }}
      onSubmit={(values) => request<object>("POST", "/password-resets", { body: values })}
      onSaved={(_, values) => setSentTo(values.email)}
      className="grid gap-4"
    >
      <TextField name="email" label={t("email")} type="email" autoComplete="username" controlSize="lg" autoFocus />
      <SubmitButton size="lg" className="w-full">{t("send")}</SubmitButton>
    </Form>
  );
}

function Sent({ to }: { to: string }) {
  const t = useTranslations("registration");
  const place = useFocusOnAppearing<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} className="rounded-md break-words">
      <Banner tone="good" title={t("sentTitle")}>{t("sent", { email: to })}</Banner>
    </div>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClosedLink } from "#components/registration/closed-link.tsx";
import { NewPasswordForm } from "#components/registration/new-password-form.tsx";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { getPasswordReset } from "#lib/registration/password-reset.ts";

// The address holds a secret, which no other site is to learn from where a click came from.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registration"))("resetTitle"), referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations("registration");
  const { token } = await params;
  const link = await runOperation(getPasswordReset, { resolved: NOBODY, input: { token } });
  if (link.state !== "open") return <ClosedLink state={link.state} purpose="Reset" />;
  return (
    <>
      <h1 className="text-xl font-semibold">{t("resetTitle")}</h1>
      <p className="mt-1 mb-5 text-sm text-fg-2">{t("resetGreeting", { email: link.email, account: link.accountName })}</p>
      <NewPasswordForm email={link.email} token={token} purpose="reset" />
    </>
  );
}

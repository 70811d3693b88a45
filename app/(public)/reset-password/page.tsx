import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "#components/ui/link.tsx";
import { ForgotPasswordForm } from "#components/registration/forgot-password-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registration"))("forgotTitle") };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ email?: string | string[] }> }) {
  const t = await getTranslations("registration");
  const { email } = await searchParams;
  return (
    <>
      <h1 className="text-xl font-semibold">{t("forgotTitle")}</h1>
      <p className="mt-1 mb-5 text-sm text-fg-2">{t("forgotHint")}</p>
      <ForgotPasswordForm email={typeof email === "string" ? email : ""} />
      <p className="mt-5 text-sm">
        <Link href="/login" className="text-accent hover:underline">{t("toSignIn")}</Link>
      </p>
    </>
  );
}

import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import type { LinkView } from "#lib/registration/schemas.ts";

type ClosedLinkProps = { state: Exclude<LinkView["state"], "open">; purpose: "Registration" | "Reset" };

/** Says plainly why a mailed link can not be used and what to do instead. */
export function ClosedLink({ state, purpose }: ClosedLinkProps) {
  const t = useTranslations("registration");
  const asksAgain = purpose === "Reset" && (state === "expired" || state === "unknown");
  return (
    <>
      <h1 className="text-xl font-semibold">{t(`${state}Title`)}</h1>
      <p className="mt-2 mb-6 text-sm text-fg-2">{t(`${state}${purpose}`)}</p>
      <ButtonLink href={asksAgain ? "/reset-password" : "/login"} variant="primary" size="lg" className="w-full">{t(asksAgain ? "askAgain" : "toSignIn")}</ButtonLink>
    </>
  );
}

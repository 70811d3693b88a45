import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { deactivatedAccount, personOrNull } from "#app/actor.ts";
import { MiAccessButton } from "#components/sign-in/miaccess-button.tsx";
import { safeNext } from "#components/sign-in/next-address.ts";
import { SignedInAlready } from "#components/sign-in/signed-in-already.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { MIACCESS_REFUSALS } from "#lib/sessions/schemas.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

// Whatever somebody has made of the address: what is said twice is a list.
type Props = { searchParams: Promise<Record<"next" | "with" | "problem" | "error" | "done", string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: Props) {
  const t = await getTranslations("signIn");
  const { next, with: by, problem, error, done } = await searchParams;
  const destination = safeNext(next);
  const said = done === "registered" ? t("registered") : done === "password" ? t("passwordSet") : null;
  const person = await personOrNull();
  if (person && said === null) redirect(destination);
  const say = await getTranslations("errors");
  // Only reasons of our own are told: whoever makes a link to this page must not put words into its mouth.
  const refused = MIACCESS_REFUSALS.find((reason) => reason === problem);
  const deactivated = await deactivatedAccount();
  return (
    <>
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="mt-1 mb-5 text-sm text-fg-2">{t("subtitle")}</p>
      {(problem || error) && <Banner tone="bad" title={t("problem")} className="mb-5">{refused ? say(refused) : t("miaccessProblem")}</Banner>}
      {deactivated !== null && <Banner tone="warn" title={t("signedOut")} className="mb-5">{say("accountDeactivated", { account: deactivated })}</Banner>}
      {said && <Banner tone="good" title={said} className="mb-5" />}
      {person ? (
        <SignedInAlready name={person.name} destination={destination} />
      ) : (
        <>
          <SignInForm destination={destination} />
          <div className="my-6 flex items-center gap-3 text-sm text-fg-2 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">{t("partners")}</div>
          <MiAccessButton destination={destination} atOnce={by === "miaccess"} />
        </>
      )}
    </>
  );
}

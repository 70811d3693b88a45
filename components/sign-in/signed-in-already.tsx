import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";

type SignedInAlreadyProps = { name: string; destination: string };

/** Instead of the form, where somebody has finished a registration or a reset in a browser in which another person is signed in. */
export function SignedInAlready({ name, destination }: SignedInAlreadyProps) {
  const t = useTranslations("signIn");
  const person = useTranslations("shell.person");
  return (
    <section aria-labelledby="signed-in" className="grid gap-3">
      <h2 id="signed-in" className="font-semibold break-words">{t("stillSignedIn", { name })}</h2>
      <p className="text-sm text-fg-2">{t("stillSignedInHint")}</p>
      <form method="post" action="/logout">
        <Button type="submit" variant="primary" size="lg" className="w-full">{person("logout")}</Button>
      </form>
      <ButtonLink href={destination} size="lg">{t("goOn", { name })}</ButtonLink>
    </section>
  );
}

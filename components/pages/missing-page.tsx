import FileQuestion from "lucide-react/icons/file-question-mark";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** What is shown for an address that leads nowhere, or to what the reader may not see: from outside the two look the same. */
export function MissingPage() {
  const t = useTranslations("pages");
  return (
    <div className="flex flex-col items-center gap-1.5 px-4 py-12 text-center">
      <span aria-hidden className="mb-1.5 grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
        <FileQuestion className="size-5" />
      </span>
      <h1 className="text-base font-semibold">{t("notFoundTitle")}</h1>
      <p className="max-w-prose text-sm text-fg-2">{t("notFound")}</p>
      <ButtonLink href="/dashboard" variant="primary" className="mt-3">
        {t("toDashboard")}
      </ButtonLink>
    </div>
  );
}

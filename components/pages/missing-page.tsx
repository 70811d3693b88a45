import FileQuestion from "lucide-react/icons/file-question-mark";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What is shown for an address that leads nowhere, or to what the reader may not see: from outside the two look the same. */
export function MissingPage() {
  const t = useTranslations("pages");
  return (
    <EmptyState icon={<FileQuestion aria-hidden />} title={t("notFoundTitle")} action={<ButtonLink href="/dashboard" variant="primary">{t("toDashboard")}</ButtonLink>}>
      {t("notFound")}
    </EmptyState>
  );
}

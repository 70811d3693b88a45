import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { categoryLabel } from "#lib/telephony/schemas.ts";
import type { ServiceCategory } from "#lib/telephony/schemas.ts";

/** The category of the user, and the way to another one: "Choose service category", or "Upgrade Service" where there is one (SVC-03). */
export function CategoryLine({ category, onChoose }: { category: ServiceCategory | null; onChoose: () => void }) {
  const t = useTranslations("telephony.setUp");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{t("category")}</p>
        <p className="text-fg-2">{category ? categoryLabel(category) : t("noCategory")}</p>
      </div>
      <Button onClick={onChoose}>{t(category ? "upgrade" : "choose")}</Button>
    </div>
  );
}

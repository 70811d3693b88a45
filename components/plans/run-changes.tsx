import Minus from "lucide-react/icons/minus";
import Pencil from "lucide-react/icons/pencil";
import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import type { RunLine } from "#lib/plans/schemas.ts";

/** What a plan would change or take away of what a user has already: the part of it that is not simply new. */
export function RunChanges({ lines }: { lines: readonly RunLine[] }) {
  const t = useTranslations("plans");
  const updates = lines.filter(({ action }) => action === "update");
  const deletes = lines.filter(({ action }) => action === "delete");
  const [first] = updates;
  return (
    <>
      {first && (
        <Pill tone="warn" icon={<Pencil aria-hidden />}>
          {t("changes", { title: first.title, detail: first.detail, more: updates.length - 1 })}
        </Pill>
      )}
      {deletes.length > 0 && (
        <Pill tone="warn" icon={<Minus aria-hidden />}>
          {t("deletes", { count: deletes.length })}
        </Pill>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { NumberHolder } from "#lib/number-conflicts/schemas.ts";

type HolderCardProps = { holder: NumberHolder; mayDelete: boolean; onDelete: () => void };

/** A user who holds the number (CONFLICT-04, CONFLICT-10). */
export function HolderCard({ holder, mayDelete, onDelete }: HolderCardProps) {
  const t = useTranslations("numberConflicts");
  const { name, status, username, phone, kind } = holder;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md border border-line p-3.5">
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="font-semibold">{name}</h3>
        <p>{t("status", { status })}</p>
        <p className="break-all">{t("username", { username })}</p>
        <p>
          {t("phone", { phone })} <span className="text-fg-3">({t(`kinds.${kind}`)})</span>
        </p>
      </div>
      {mayDelete && (
        <Button size="sm" aria-label={t("deleteName", { name })} onClick={onDelete}>
          {t("delete")}
        </Button>
      )}
    </li>
  );
}

import { useFormatter, useTranslations } from "next-intl";
import type { UsageOnDay } from "#lib/licenses/schemas.ts";

/** The figures behind the picture, the latest day first. */
export function UsageTable({ name, days }: { name: string; days: readonly UsageOnDay[] }) {
  const t = useTranslations("licenses.chart");
  const format = useFormatter();
  return (
    <div tabIndex={0} role="region" aria-label={name} className="mt-2 max-h-72 overflow-auto rounded-md border border-line">
      <table className="w-full text-sm">
        <caption className="sr-only">{name}</caption>
        <thead className="sticky top-0 bg-surface-2 text-xs text-fg-3">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-medium">{t("day")}</th>
            <th scope="col" className="px-3 py-2 text-end font-medium">{t("assigned")}</th>
            <th scope="col" className="px-3 py-2 text-end font-medium">{t("entitled")}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, assigned, entitled }) => (
            <tr key={day} className="border-t border-line">
              <th scope="row" className="px-3 py-1.5 text-start font-medium tabular-nums">{day}</th>
              <td className="px-3 py-1.5 text-end tabular-nums text-fg-2">{format.number(assigned)}</td>
              <td className="px-3 py-1.5 text-end tabular-nums text-fg-2">{format.number(entitled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

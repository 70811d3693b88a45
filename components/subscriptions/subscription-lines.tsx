"use client";

import Info from "lucide-react/icons/info";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { SubscriptionLine } from "#lib/subscriptions/schemas.ts";

const COLUMNS = ["number", "details", "licenses", "start"] as const;

const WIDTH: Record<(typeof COLUMNS)[number], string> = { number: "w-[30%] text-start", details: "text-start", licenses: "w-24 text-end", start: "w-30 text-start" };

/** The orders that the licenses of a plan come from (SUBS-07, SUBS-08). */
export function SubscriptionLines({ name, lines }: { name: string; lines: readonly SubscriptionLine[] }) {
  const t = useTranslations("subscriptions");
  const format = useFormatter();
  return (
    <div className="overflow-x-auto border-t border-line">
      <table className="w-full min-w-130 table-fixed text-sm">
        <caption className="sr-only">{name}</caption>
        <thead className="bg-surface-2 text-xs text-fg-3 uppercase">
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classNames("px-4 py-2 font-medium", WIDTH[column])}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ orderId, number, details, about, licenses, startsOn }) => (
            <tr key={`${orderId} ${details}`} className="border-t border-line">
              <th scope="row" className="px-4 py-2 text-start font-medium whitespace-nowrap">{number}</th>
              <td className="px-4 py-2 text-fg-2">
                {details} <IconButton size="xs" className="align-middle" label={t("planDetails", { about })} icon={<Info aria-hidden />} />
              </td>
              <td className="px-4 py-2 text-end tabular-nums text-fg-2">{format.number(licenses)}</td>
              <td className="px-4 py-2 whitespace-nowrap tabular-nums text-fg-2">{startsOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

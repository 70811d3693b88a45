"use client";

import { useTranslations } from "next-intl";
import type { PropertyChange } from "#lib/events/schemas.ts";

/** What changed, with before and after side by side. */
export function EventChanges({ changes }: { changes: readonly PropertyChange[] }) {
  const t = useTranslations("events.dialog");
  if (changes.length === 0) return <p className="text-fg-2">{t("noChanges")}</p>;
  return (
    <div className="overflow-x-auto rounded-md border border-line" tabIndex={0} role="region" aria-label={t("changes")}>
      <table className="w-full">
        <thead className="bg-surface-2 text-xs text-fg-3">
          <tr>
            {(["property", "before", "after"] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-2 text-start font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ property, before, after }) => (
            <tr key={property} className="border-t border-line align-top">
              <th scope="row" className="px-3 py-2 text-start font-medium">
                {property}
              </th>
              <td className="px-3 py-2 break-words text-fg-2">{valueText(before)}</td>
              <td className="px-3 py-2 break-words">{valueText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

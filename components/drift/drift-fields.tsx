"use client";

import { useTranslations } from "next-intl";
import type { DriftView } from "#lib/drift/schemas.ts";
import { useDriftWords } from "./drift-words.ts";

/** What was asked for and what the system holds, field by field, on one line. */
export function FieldsInLine({ fields }: Pick<DriftView, "fields">) {
  const line = useDriftWords().line(fields);
  return (
    <span title={line} className="block max-w-52 truncate">
      {line}
    </span>
  );
}

/** The same as a table. */
export function FieldTable({ fields }: Pick<DriftView, "fields">) {
  const t = useTranslations("drift.table");
  const words = useDriftWords();
  return (
    <table className="mt-3 w-full border-separate border-spacing-0 rounded-md border border-line">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="text-xs text-fg-3">
          <th scope="col" className={CELL}>
            {t("field")}
          </th>
          <th scope="col" className={CELL}>
            {t("wanted")}
          </th>
          <th scope="col" className={CELL}>
            {t("found")}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, wanted, found }) => (
          <tr key={field}>
            <th scope="row" className={`${CELL} border-t border-line font-medium`}>
              {words.field(field)}
            </th>
            <td className={`${CELL} border-t border-line text-good`}>{words.value(wanted)}</td>
            <td className={`${CELL} border-t border-line text-bad`}>{words.value(found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CELL = "px-3 py-1.5 text-start align-top break-words";

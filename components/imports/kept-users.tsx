"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { KeptUsers } from "#lib/imports/schemas.ts";

/** Who is not deleted when an import is taken back, by reason and by name. */
export function KeptUsersList({ kept }: { kept: readonly KeptUsers[] }) {
  const t = useTranslations("imports.kept");
  const format = useFormatter();
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5 text-fg-2 marker:text-fg-3">
      {kept.map(({ reason, count, examples }) => {
        const more = count - examples.length;
        const names = more > 0 ? t("more", { names: examples.join(", "), count: more }) : format.list(examples);
        return <li key={reason}>{t(reason, { count, names })}</li>;
      })}
    </ul>
  );
}

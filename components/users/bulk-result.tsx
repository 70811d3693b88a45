"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import type { BulkResult, LeftOut } from "#lib/bulk-jobs/schemas.ts";
import type { BulkAct } from "./bulk-acts.ts";

export type ActResult = { act: BulkAct; result: BulkResult };

/** What became of an act, in the words of a toast. */
export function useResultWords(): (done: ActResult) => { title: string; description?: string } {
  const t = useTranslations("users.result");
  return ({ act, result }) =>
    result.inBackground > 0 ? { title: t("background", { count: result.inBackground }), description: t("backgroundText") } : { title: t(act, { count: result.done }) };
}

/** Who was left out of an act and why; stays until it is put away. */
export function BulkResultBanner({ result, onClose }: { result: BulkResult; onClose: () => void }) {
  const t = useTranslations("users.result");
  const names = useNames();
  const count = result.skipped.reduce((sum, line) => sum + line.count, 0);
  return (
    <Banner live tone="warn" className="mb-4" title={t("leftOut", { count })} onClose={onClose}>
      <ul>
        {result.skipped.map((line) => (
          <li key={line.reason}>{t("reason", { reason: line.reason, names: names(line) })}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** "Ada Brandt, Emeka Nwosu and 3 more" */
function useNames(): (line: LeftOut) => string {
  const t = useTranslations("users.result");
  const format = useFormatter();
  return ({ count, examples }) => {
    const more = count - examples.length;
    return more > 0 ? t("andMore", { names: examples.join(", "), count: more }) : format.list(examples);
  };
}

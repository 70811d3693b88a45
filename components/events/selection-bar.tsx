"use client";

import Download from "lucide-react/icons/download";
import X from "lucide-react/icons/x";
import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { download } from "#components/api/download.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { addToast } from "#components/ui/toast-store.ts";

/** The most that the server takes at a time; the filter exports any number. */
const MOST = 5_000;

type SelectionBarProps = { accountId: string; ids: readonly string[]; onClear: () => void };

/** Appears when events are ticked: their number, on the button that saves them as a csv file (EVENT-24, EVENT-25). */
export function SelectionBar({ accountId, ids, onClear }: SelectionBarProps) {
  const t = useTranslations("events.select");
  const table = useTranslations("table.select");
  const failed = useTranslations("events.dialog");
  const timeZone = useTimeZone() ?? "UTC";
  const [busy, setBusy] = useState(false);

  async function save() {
    if (ids.length > MOST) return addToast({ title: t("tooMany", { count: MOST }), tone: "bad" });
    setBusy(true);
    const isSaved = await download(`/accounts/${accountId}/events/export-selected`, { ids, timeZone });
    setBusy(false);
    addToast(isSaved ? { title: t("exported", { count: ids.length }), tone: "good" } : { title: failed("exportFailed"), tone: "bad" });
  }
  return (
    <div
      role="region"
      aria-label={table("bar")}
      className="sticky top-[calc(var(--bar)+0.5rem)] z-20 mb-3 flex min-h-11 items-center gap-2 rounded-md bg-fg px-3.5 py-1 text-sm text-surface [--focus:var(--surface)]"
    >
      <Button variant="inverse" icon={<Download aria-hidden />} pending={busy} onClick={save}>
        {t("export", { count: ids.length })}
      </Button>
      <span className="ms-auto">
        <IconButton variant="inverse" label={table("clear")} icon={<X aria-hidden />} onClick={onClear} />
      </span>
    </div>
  );
}

"use client";

import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { download } from "#components/api/download.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { addToast } from "#components/ui/toast-store.ts";
import type { EventView } from "#lib/events/schemas.ts";
import { EventChanges } from "./event-changes.tsx";
import { EventSummary } from "./event-summary.tsx";
import type { EventWords } from "./event-words.ts";

type EventDetailsProps = { accountId: string; event: EventView; words: EventWords; onClose: () => void };

type Part = "summary" | "core" | "changes" | "extra";

/** The window "Event Details": who did what to which asset, what it was before and is after (EVENT-26 to EVENT-28, pains 44). */
export function EventDetails({ accountId, event, words, onClose }: EventDetailsProps) {
  const t = useTranslations("events.dialog");
  const timeZone = useTimeZone() ?? "UTC";
  const [part, setPart] = useState<Part>("summary");
  const [copied, setCopied] = useState<Part | null>(null);
  const [busy, setBusy] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(JSON.stringify(dataOf(event, part), null, 2));
      setCopied(part);
    } catch {
      // The browser refuses, or withholds the clipboard from a page over plain http; the text can still be selected by hand.
      addToast({ title: t("copyFailed"), tone: "bad" });
    }
  }
  async function save() {
    setBusy(true);
    const isSaved = await download(`/accounts/${accountId}/events/export-selected`, { ids: [event.id], timeZone });
    setBusy(false);
    if (!isSaved) addToast({ title: t("exportFailed"), tone: "bad" });
  }
  const isCopied = copied === part;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={`${words.time(event.at)} (${timeZone})`}
      size="lg"
      footer={
        <>
          <Button icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={copy}>
            {t(isCopied ? "copied" : "copy")}
          </Button>
          <Button icon={<Download aria-hidden />} pending={busy} onClick={save}>
            {t("export")}
          </Button>
        </>
      }
    >
      <Tabs
        label={t("tabs")}
        onSelect={(id) => setPart(id as Part)}
        items={[
          { id: "summary", label: t("summary"), content: <EventSummary accountId={accountId} event={event} words={words} /> },
          { id: "core", label: t("core"), content: <Json value={event.coreDetails} name={t("core")} /> },
          { id: "changes", label: t("changes"), content: <EventChanges changes={event.changes} /> },
          { id: "extra", label: t("extra"), content: <Json value={event.extraDetails} name={t("extra")} /> },
        ]}
      />
    </Dialog>
  );
}

/** What a tab shows, as data. */
function dataOf({ changes, coreDetails, extraDetails, ...summary }: EventView, part: Part): unknown {
  return { summary, core: coreDetails, changes, extra: extraDetails }[part];
}

function Json({ value, name }: { value: unknown; name: string }) {
  return (
    <pre tabIndex={0} role="region" aria-label={name} className="overflow-x-auto rounded-md border border-line bg-surface-2 p-3 font-mono text-xs">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

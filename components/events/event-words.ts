"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useMemo } from "react";
import { actionInWords, assetInWords, assumedInWords, roleInWords } from "#lib/events/labels.ts";
import type { EventView } from "#lib/events/schemas.ts";
import { eventTime } from "./local-time.ts";

export type EventWords = {
  asset: (event: Pick<EventView, "assetKind" | "assetName">) => string;
  /** A kind of asset by itself: "DN Range". */
  assetKind: (kind: string) => string;
  action: (action: string) => string;
  /** "(Partner, assumed account)", or nothing. */
  assumed: (event: EventView) => string;
  role: (event: EventView) => string;
  time: (at: string) => string;
};

/** Gives events in words, in the language and the zone of the page. */
export function useEventWords(): EventWords {
  const t = useTranslations("events");
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => {
    const words = (path: string, values?: Record<string, string>) => (t.has(path) ? t(path, values) : undefined);
    return {
      asset: (event) => assetInWords(event, words),
      assetKind: (assetKind) => assetInWords({ assetKind, assetName: "" }, words),
      action: (action) => actionInWords({ action }, words),
      assumed: (event) => assumedInWords(event, words),
      role: (event) => roleInWords(event, words),
      time: (at) => eventTime(at, timeZone),
    };
  }, [t, timeZone]);
}

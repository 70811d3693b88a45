"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { assetInWords } from "#lib/events/labels.ts";
import type { EventView } from "#lib/events/schemas.ts";

/** Gives the asset of an event in words: "User: Ada Brandt". */
export function useAssetWords(): (event: Pick<EventView, "assetKind" | "assetName">) => string {
  const t = useTranslations("events");
  return useCallback((event) => assetInWords(event, (path, values) => (t.has(path) ? t(path, values) : undefined)) ?? event.assetName, [t]);
}

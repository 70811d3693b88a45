"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { EventView } from "#lib/events/schemas.ts";

/** Gives the asset of an event in words: "User: Ada Brandt". */
export function useAssetWords(): (event: Pick<EventView, "assetKind" | "assetName">) => string {
  const t = useTranslations("events");
  return useCallback(
    ({ assetKind, assetName }) => {
      const key = `assets.${assetKind}` as "assets.user";
      const kind = t.has(key) ? t(key) : assetKind;
      return assetName ? t("assetWithName", { kind, name: assetName }) : kind;
    },
    [t],
  );
}

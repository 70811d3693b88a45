"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent } from "react";
import { request } from "#components/api/request.ts";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import { useLiveNews } from "#components/shell/live.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";

const TOPICS = ["imports"];

/** Whether somebody else than the reader is at work on the import. */
export function isWorking({ status, undo }: ImportView): boolean {
  return status === "reading" || status === "uploading" || undo === "working";
}

/** Keeps the figures of an import up to date, and reads the page anew when the import has come to another point. */
export function useLiveImport(accountId: string, view: ImportView, onFigures: (view: ImportView) => void): void {
  const router = useRouter();
  const check = useEffectEvent(async () => {
    const result = await request<ImportView>("GET", `/accounts/${accountId}/imports/${view.id}`);
    if (!result.ok) return;
    if (result.data.status === view.status && result.data.undo === view.undo) onFigures(result.data);
    else startTransition(() => router.refresh());
  });
  useLiveChanges(TOPICS, () => void check());
  // What ended between the making of the page and the opening of its connection is told by no event.
  useLiveNews((news) => {
    if (news.type === "open" && isWorking(view)) void check();
  });
  const working = isWorking(view);
  useEffect(() => {
    if (working) void check();
  }, [working]);
}

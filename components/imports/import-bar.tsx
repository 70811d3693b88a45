"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";
import { CancelButton } from "./cancel-button.tsx";

type ImportBarProps = { accountId: string; item: ImportView; uploading: boolean; onUpload: () => void; onCancelled: () => void };

/** Stays at the lower edge: how many rows would be added, "Cancel", and "Upload", which works while others are in error (IMPORT-20). */
export function ImportBar({ accountId, item, uploading, onUpload, onCancelled }: ImportBarProps) {
  const t = useTranslations("imports.review");
  const ready = item.rowCount - item.errorCount;
  return (
    <div className="sticky bottom-4 z-20 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-lg">
      <p role="status" className="min-w-0 flex-1 basis-48 text-sm text-fg-2">
        <strong className="font-semibold text-fg">{ready === 0 ? t("readyNone") : t("ready", { ready, count: item.rowCount })}</strong>{" "}
        {item.errorCount > 0 && t("stay", { count: item.errorCount })}
      </p>
      <div className="flex flex-wrap items-center gap-2.5">
        <CancelButton accountId={accountId} item={item} label={t("cancel")} onCancelled={onCancelled} />
        <Button variant="primary" pending={uploading} aria-disabled={item.rowCount === 0 || undefined} onClick={() => item.rowCount > 0 && onUpload()}>
          {t("upload")}
        </Button>
      </div>
    </div>
  );
}

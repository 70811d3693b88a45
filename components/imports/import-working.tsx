"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";
import { CancelButton } from "./cancel-button.tsx";

type ImportWorkingProps = { accountId: string; item: ImportView; onCancelled: () => void };

/** How far the reading, adding or deleting is. */
export function ImportWorking({ accountId, item, onCancelled }: ImportWorkingProps) {
  const t = useTranslations("imports.working");
  const work = item.undo === "working" ? "undoing" : item.status === "reading" ? "reading" : "uploading";
  const { progress: done, progressOf: of } = item;
  return (
    <Card>
      <div role="status" className="flex flex-col gap-3">
        <Progress
          label={<span className="text-sm font-semibold text-fg">{t(work, { file: item.fileName })}</span>}
          value={of > 0 ? done : null}
          max={of || 1}
          detail={of > 0 && t(work === "reading" ? "rows" : "users", { done, of })}
        />
        <p className="text-sm text-fg-2">{t("stay")}</p>
      </div>
      {work !== "undoing" && (
        <div className="mt-4 flex justify-end">
          <CancelButton accountId={accountId} item={item} label={t("stop")} onCancelled={onCancelled} />
        </div>
      )}
    </Card>
  );
}

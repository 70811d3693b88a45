"use client";

import Undo2 from "lucide-react/icons/undo-2";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ImportView, UndoEffect } from "#lib/imports/schemas.ts";
import { KeptUsersList } from "./kept-users.tsx";

type UndoButtonProps = { accountId: string; item: ImportView; onStarted: (view: ImportView) => void };

/** Takes an import back as one, after saying how many users are deleted, and who is kept and why. */
export function UndoButton({ accountId, item, onStarted }: UndoButtonProps) {
  const t = useTranslations("imports.undo");
  const [asking, setAsking] = useState(false);
  const [effect, setEffect] = useState<UndoEffect | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const path = `/accounts/${accountId}/imports/${item.id}/undo`;

  async function ask() {
    setEffect(null);
    setFailure(null);
    setAsking(true);
    const result = await request<UndoEffect>("GET", path);
    if (result.ok) setEffect(result.data);
    else setFailure(result.error);
  }

  const kept = effect?.kept.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <>
      <Button icon={<Undo2 aria-hidden />} onClick={() => void ask()}>
        {t("open")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title")}
        confirmLabel={effect ? t("confirm", { count: effect.removable }) : t("open")}
        onConfirm={async (idempotencyKey) => {
          const result = await request<ImportView>("POST", path, { body: {}, idempotencyKey });
          if (result.ok) onStarted(result.data);
          return result;
        }}
      >
        {failure && <Banner tone="bad" title={failure.message} />}
        {effect ? (
          <div className="flex flex-col gap-2">
            <p>{t("users", { count: effect.removable })}</p>
            {kept > 0 && (
              <>
                <p>{t("kept", { count: kept })}</p>
                <KeptUsersList kept={effect.kept} />
              </>
            )}
          </div>
        ) : (
          !failure && (
            <div aria-busy>
              <span className="sr-only">{t("counting")}</span>
              <Skeleton className="h-4 w-3/4" />
            </div>
          )
        )}
      </ConfirmDialog>
    </>
  );
}

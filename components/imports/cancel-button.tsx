"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";

type CancelButtonProps = { accountId: string; item: ImportView; label: string; onCancelled: () => void };

/** Ends the import, after saying what is lost with it and what stays (IMPORT-23). */
export function CancelButton({ accountId, item, label, onCancelled }: CancelButtonProps) {
  const t = useTranslations("imports.cancel");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title")}
        effects={[item.rowCount > 0 ? t("rows", { count: item.rowCount }) : t("nothing"), ...(item.addedCount > 0 ? [t("added", { count: item.addedCount - item.removedCount })] : [])]}
        confirmLabel={t("confirm")}
        cancelLabel={t("keep")}
        onConfirm={async (idempotencyKey) => {
          const result = await request<ImportView>("POST", `/accounts/${accountId}/imports/${item.id}/cancel`, { body: {}, idempotencyKey });
          if (result.ok) onCancelled();
          return result;
        }}
      />
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationEntry } from "#lib/integrations/schemas.ts";

type RemovalDialogProps = { accountId: string; entry: IntegrationEntry | null; onClose: () => void; onBegun?: () => void };

/** Asks before an integration is removed, and says what goes with it (INTEG-25, INTEG-26). A job removes it; a notification tells of the end. */
export function RemovalDialog({ accountId, entry, onClose, onBegun }: RemovalDialogProps) {
  const t = useTranslations("integrations.removal");
  const router = useRouter();
  if (!entry) return null;
  const remove = async () => {
    const result = await request("DELETE", `/accounts/${accountId}/integrations/${entry.key}`);
    if (result.ok) {
      toast({ title: t("begun", { name: entry.name }), description: t("begunText") });
      onBegun?.();
      router.refresh();
    }
    return result;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: entry.name })}
      effects={entry.removal}
      confirmLabel={t("confirm")}
      cancelLabel={t("cancel")}
      onConfirm={remove}
    />
  );
}

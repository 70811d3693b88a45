"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationEntry } from "#lib/integrations/schemas.ts";

type RemovalDialogProps = { accountId: string; accountName: string; entry: IntegrationEntry | null; onClose: () => void; onBegun?: () => void };

/** Asks before an integration is removed, and says what goes with it (INTEG-25, INTEG-26); before an appliance goes back to factory default, for the word (GW-51). A job removes it; a notification tells of the end. */
export function RemovalDialog({ accountId, accountName, entry, onClose, onBegun }: RemovalDialogProps) {
  const t = useTranslations("integrations.removal");
  const router = useRouter();
  if (!entry) return null;
  const { revert } = entry;
  const remove = async () => {
    const result = await request("DELETE", `/accounts/${accountId}/integrations/${entry.key}${revert ? `?word=${revert.word}` : ""}`);
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
      title={revert ? t("revertTitle") : t("title", { name: entry.name })}
      effects={entry.removal}
      word={revert?.word}
      wordLabel={revert ? t("typeWord", { word: revert.word }) : undefined}
      confirmLabel={t(revert ? "revertConfirm" : "confirm")}
      cancelLabel={t("cancel")}
      onConfirm={remove}
    >
      {revert && <DefinitionList items={[{ term: t("customerName"), description: accountName }, { term: t("ipAddress"), description: revert.address }]} />}
    </ConfirmDialog>
  );
}

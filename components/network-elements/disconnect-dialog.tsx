"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { NetworkElementView } from "#lib/network-elements/schemas.ts";

type DisconnectDialogProps = { accountId: string; element: NetworkElementView; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before a system is disconnected. What it holds stays there. */
export function DisconnectDialog({ accountId, element, open, onOpenChange }: DisconnectDialogProps) {
  const t = useTranslations("networkElements");
  const router = useRouter();
  const disconnect = async () => {
    const result = await request("DELETE", `/accounts/${accountId}/network-elements/${element.id}`);
    if (result.ok) router.refresh();
    return result;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("disconnectTitle", { name: element.name })}
      effects={[t("disconnectCredentials"), t("disconnectPlans", { kind: t(`kind.${element.kind}`) }), t("disconnectKeeps", { name: element.name })]}
      confirmLabel={t("disconnectName", { name: element.name })}
      onConfirm={disconnect}
    />
  );
}

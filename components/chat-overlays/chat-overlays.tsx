"use client";

import MessageSquareText from "lucide-react/icons/message-square-text";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { OverlayView } from "#lib/chat-overlays/schemas.ts";
import { OverlayDialog } from "./overlay-dialog.tsx";

type ChatOverlaysProps = { accountId: string; overlays: readonly OverlayView[]; mayChange: boolean };

/** The page "Chat Overlays" of Contact Center Admin (MICC-03, MICC-04). */
export function ChatOverlays({ accountId, overlays, mayChange }: ChatOverlaysProps) {
  const t = useTranslations("chatOverlays");
  const router = useRouter();
  const [open, setOpen] = useState<OverlayView | "new" | null>(null);
  const [deleting, setDeleting] = useState<OverlayView | null>(null);
  const create = mayChange && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen("new")}>
      {t("create")}
    </Button>
  );
  async function remove({ id, name }: OverlayView) {
    const result = await request("DELETE", `/accounts/${accountId}/chat-overlays/${id}`);
    if (result.ok) {
      toast({ title: t("deleted"), description: name });
      router.refresh();
    }
    return result;
  }
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={overlays.length > 0 && create} />
      <Card flush>
        {overlays.length === 0 ? (
          <EmptyState icon={<MessageSquareText />} title={t("emptyTitle")} action={create}>
            {t("empty")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {overlays.map((overlay) => (
              <li key={overlay.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
                <div className="min-w-0 flex-1 basis-60">
                  <h2 className="font-semibold">{overlay.name}</h2>
                  <p className="break-all text-fg-2">{overlay.website}</p>
                  <p className="text-xs text-fg-3">{t.rich("changedBy", { name: overlay.modifiedBy, time: timeTag(overlay.modifiedAt) })}</p>
                </div>
                <Pill tone={overlay.enabled ? "good" : "neutral"}>{t(overlay.enabled ? "enabled" : "disabled")}</Pill>
                <HistoryLink accountId={accountId} asset={{ kind: "chat_overlay", id: overlay.id, name: overlay.name }} variant="ghost" />
                {mayChange && (
                  <span className="flex gap-1">
                    <IconButton label={t("edit", { name: overlay.name })} icon={<Pencil aria-hidden />} onClick={() => setOpen(overlay)} />
                    <IconButton label={t("delete", { name: overlay.name })} icon={<Trash2 aria-hidden />} onClick={() => setDeleting(overlay)} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {open && <OverlayDialog accountId={accountId} overlay={open === "new" ? null : open} onClose={() => setOpen(null)} />}
      {deleting && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setDeleting(null)}
          title={t("deleteTitle", { name: deleting.name })}
          effects={[t("deleteEffect", { website: deleting.website })]}
          confirmLabel={t("deleteConfirm")}
          onConfirm={() => remove(deleting)}
        />
      )}
    </>
  );
}

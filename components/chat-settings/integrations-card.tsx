"use client";

import MessageSquareText from "lucide-react/icons/message-square-text";
import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import { ChatDialog } from "./chat-dialog.tsx";

type IntegrationsCardProps = { accountId: string; chat: ChatSettingsView; mayChange: boolean };

/** The panel "Integrations" of Account Information, with "Chat" and the icon that opens its settings (CHAT-02, OP1-57). */
export function IntegrationsCard({ accountId, chat, mayChange }: IntegrationsCardProps) {
  const t = useTranslations("chatSettings");
  const [isOpen, setOpen] = useState(false);
  const [saved, setSaved] = useState(chat);
  // The page is read anew after a save; until then what was saved is the newer one.
  const stored = (saved.modifiedAt ?? "") > (chat.modifiedAt ?? "") ? saved : chat;
  return (
    <Card title={t("integrations")} className="mb-4">
      <div className="flex items-center gap-3">
        <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
          <MessageSquareText aria-hidden className="size-4.5" />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-sm font-semibold">{t("chat")}</h3>
          <p className="text-sm text-fg-3">{t(stored.allowEditingAndDeleting ? "allowed" : "notAllowed")}</p>
        </div>
        {mayChange && <IconButton label={t("open")} icon={<Settings aria-hidden />} onClick={() => setOpen(true)} />}
      </div>
      <ChatDialog accountId={accountId} stored={stored} open={isOpen} onOpenChange={setOpen} onSaved={setSaved} />
    </Card>
  );
}

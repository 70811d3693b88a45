"use client";

import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatDialog } from "#components/chat-settings/chat-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";

/** The icon beside "Chat" that opens its settings (CHAT-02, ONE-08). */
export function ChatGear({ accountId, chat }: { accountId: string; chat: ChatSettingsView }) {
  const t = useTranslations("chatSettings");
  const [isOpen, setOpen] = useState(false);
  const [saved, setSaved] = useState(chat);
  // The page is read anew after a save; until then what was saved is the newer one.
  const stored = (saved.modifiedAt ?? "") > (chat.modifiedAt ?? "") ? saved : chat;
  return (
    <>
      <IconButton label={t("open")} icon={<Settings aria-hidden />} onClick={() => setOpen(true)} />
      <ChatDialog accountId={accountId} stored={stored} open={isOpen} onOpenChange={setOpen} onSaved={setSaved} />
    </>
  );
}

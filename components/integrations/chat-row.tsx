import { useTranslations } from "next-intl";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import { ChatGear } from "./chat-gear.tsx";
import { IntegrationIcon } from "./integration-icon.tsx";

type ChatRowProps = { accountId: string; chat: ChatSettingsView; mayConfigure: boolean };

/** Chat as an entry of its own: every account has it, and nobody removes it (INTEG-08, OP1-17). */
export function ChatRow({ accountId, chat, mayConfigure }: ChatRowProps) {
  const t = useTranslations("chatSettings");
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <IntegrationIcon name="chat" />
      <div className="min-w-0 flex-1">
        <h3 className="text-sm font-semibold">{t("chat")}</h3>
        <p className="text-sm text-fg-3">{t(chat.allowEditingAndDeleting ? "allowed" : "notAllowed")}</p>
      </div>
      {mayConfigure && <ChatGear accountId={accountId} chat={chat} />}
    </li>
  );
}

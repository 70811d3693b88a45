import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { ChatSettingsView } from "./schemas.ts";

/** Until somebody changes them editing and deleting is allowed (CHAT-05). */
export const STANDARD_CHAT_SETTINGS: ChatSettingsView = { allowEditingAndDeleting: true, modifiedAt: null, modifiedBy: "" };

/** Reads the chat settings of an account. */
export async function readChatSettings(db: Db, accountId: string): Promise<ChatSettingsView> {
  const stored = await db.chatSettings.findUnique({ where: { accountId } });
  return stored
    ? { allowEditingAndDeleting: stored.allowEditingAndDeleting, modifiedAt: stored.modifiedAt.toISOString(), modifiedBy: stored.modifiedBy }
    : STANDARD_CHAT_SETTINGS;
}

/** What the chat service asks before it lets a user of the account edit or delete a message (CHAT-06), and what the dialog shows. */
export const getChatSettings = operation({
  name: "chat-settings.get",
  summary: "Whether the users of an account can edit and delete their chat messages",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: ChatSettingsView,
  http: { method: "GET", path: "/accounts/{accountId}/chat-settings" },
  run: ({ account, db }) => readChatSettings(db, account.id),
});

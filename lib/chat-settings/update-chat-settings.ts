import { changesBetween } from "#lib/events/emit.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { operation } from "#lib/operations/operation.ts";
import { readChatSettings } from "./get-chat-settings.ts";
import { ChatSettingsInput, ChatSettingsView } from "./schemas.ts";

/** Lets the users of an account edit and delete their chat messages, or not (CHAT-01, CHAT-06; OP1-57: with Edit or Add of integrations). */
export const updateChatSettings = operation({
  name: "chat-settings.update",
  summary: "Let the users of an account edit and delete their chat messages, or not",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: ChatSettingsInput,
  output: ChatSettingsView,
  http: { method: "PUT", path: "/accounts/{accountId}/chat-settings" },
  async run({ actor, account, db, emit, now }, { allowEditingAndDeleting }) {
    const before = await readChatSettings(db, account.id);
    const [change] = changesBetween(before, { allowEditingAndDeleting });
    if (!change) {
      await emit([]);
      return before;
    }
    const stored = { allowEditingAndDeleting, modifiedAt: now, modifiedBy: actor.name };
    await db.chatSettings.upsert({ where: { accountId: account.id }, create: { accountId: account.id, ...stored }, update: stored });
    await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes: [{ ...change, property: "chat.allowEditingAndDeleting" }] });
    return readChatSettings(db, account.id);
  },
});

/** What an account lets its users do in chats, for the people who set it and for the services that hold to it (safe for the browser). */
import { z } from "zod";

export const ChatSettingsInput = z.object({ allowEditingAndDeleting: z.boolean("Please say whether messages may be edited and deleted.") });
export type ChatSettingsInput = z.infer<typeof ChatSettingsInput>;

/** `allowEditingAndDeleting`: whether the users of the account can edit and delete their chat messages (CHAT-05, CHAT-06). */
export const ChatSettingsView = z.object({
  allowEditingAndDeleting: z.boolean(),
  /** Null while the standard holds. */
  modifiedAt: z.iso.datetime().nullable(),
  modifiedBy: z.string(),
});
export type ChatSettingsView = z.infer<typeof ChatSettingsView>;

import { z } from "zod";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { operation } from "#lib/operations/operation.ts";
import { startMailBatch } from "#lib/mail/mail-batch.ts";
import { BulkResult, UserSelection } from "./schemas.ts";
import { selectUsers } from "./user-filter.ts";

/** Sends the welcome mail to the selected users, and to nobody else (USER-58 to USER-60, WELCOME-09, IMPORT-25). */
export const sendWelcomeMails = operation({
  name: "users.send-welcome-mails",
  summary: "Send the welcome e-mail to users",
  // Either right is enough (PERM-15, PERM-16).
  permission: [{ feature: "users", action: "add" }, { feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: z.object({ selection: UserSelection }),
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/users/welcome-mails" },
  async run({ actor, account, db, emit, enqueue, now }, { selection }) {
    const users = await selectUsers(db, account.id, selection);
    if (users.length === 0) {
      await emit([]);
      return { done: 0, skipped: [] };
    }
    const bulkJobId = await startMailBatch(db, { accountId: account.id, kind: "welcome", total: users.length, actor });
    await queueMails({ db, enqueue, accountId: account.id, bulkJobId }, users.map((user) => ({ userId: user.id, recipient: user.email, kind: "welcome" })));
    await db.user.updateMany({ where: { accountId: account.id, id: { in: users.map((user) => user.id) } }, data: { welcomedAt: now } });
    await emit(users.map((user) => ({ action: "Send", asset: { kind: "user", id: user.id, name: user.name }, details: { mail: "welcome" } })));
    return { done: users.length, skipped: [] };
  },
});

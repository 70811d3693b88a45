import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { forbidden, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { attachmentsOf } from "./attachments.ts";
import { nextReminder } from "./remind.ts";
import { AddSupportLogInput, MAX_REPORTS_PER_DAY, SUPPORT_LOG_STATES } from "./schemas.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What changes support logs as the pages show them. */
const TOPIC = "support-logs";

/** A user of the account reports an issue with an application, usually by that application (LOGS-03); every support contact is told (SUPCON-03). */
export const addSupportLog = operation({
  name: "support-logs.add",
  summary: "Report an issue with an application, as a user of the account",
  permission: [],
  scope: "account",
  delegable: true,
  kind: "write",
  input: AddSupportLogInput,
  output: z.object({ id: z.uuid(), state: z.enum(SUPPORT_LOG_STATES), createdAt: z.iso.datetime() }),
  http: { method: "POST", path: "/accounts/{accountId}/support-logs" },
  async run({ actor, account, db, emit, enqueue, now }, { log, sipLog, attachments, ...fields }) {
    if (account.kind !== "customer" || actor.accountId !== account.id) throw forbidden("Only a user of a customer account can report an issue for it.");
    const files = attachmentsOf(account.id, { log, sipLog, attachments });
    await checkCount(db, account.id, actor.userId, now);
    const key = { accountId: account.id, id: newId() };
    const reporter = { reporterId: actor.userId, reporterEmail: actor.email };
    await db.supportLog.create({ data: { ...fields, ...key, ...reporter, remindAt: nextReminder(now), createdAt: now, modifiedAt: now, modifiedBy: actor.name } });
    await db.supportLogAttachment.createMany({ data: files.map((file) => ({ ...file, accountId: account.id, logId: key.id })) });
    await tellContacts(db, enqueue, key);
    await publish(db, { channel: "account", accountId: account.id, topic: TOPIC });
    await emit({ action: "Add", asset: { kind: "support_log", id: key.id, name: fields.title }, details: { product: fields.product, topic: fields.topic, attachments: attachments.length } });
    return { id: key.id, state: "open" as const, createdAt: now.toISOString() };
  },
});

async function checkCount(db: Db, accountId: string, reporterId: string, now: Date): Promise<void> {
  const reported = await db.supportLog.count({ where: { accountId, reporterId, createdAt: { gt: new Date(now.getTime() - DAY_MS) } } });
  if (reported >= MAX_REPORTS_PER_DAY) throw new OperationError("limit_reached", `At most ${MAX_REPORTS_PER_DAY} issues can be reported in 24 hours. Please try again later.`);
}

async function tellContacts(db: Db, enqueue: Enqueue, { accountId, id }: { accountId: string; id: string }): Promise<void> {
  const contacts = await db.supportContact.findMany({ where: { accountId }, select: { email: true } });
  await queueMails({ db, enqueue, accountId }, contacts.map(({ email }) => ({ userId: null, recipient: email, kind: "support_log", supportLogId: id })));
}

import { changesBetween } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readSupportLog } from "./get-support-log.ts";
import { nextReminder } from "./remind.ts";
import { mayChangeSupportLogs } from "./rules.ts";
import { SupportLogView, UpdateSupportLogInput } from "./schemas.ts";

/** A Partner changes status and notes; any status may follow any other (LOGS-27, LOGS-28, OP1-51). Reminders go out while it is open (LOGS-25). */
export const updateSupportLog = operation({
  name: "support-logs.update",
  summary: "Change the status and the notes of a support log",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "write",
  input: UpdateSupportLogInput,
  output: SupportLogView,
  http: { method: "PATCH", path: "/accounts/{accountId}/support-logs/{logId}" },
  async run({ actor, account, db, emit, now }, { logId, version, ...given }) {
    if (!mayChangeSupportLogs(actor.role)) throw forbidden("Only a Partner can change the status and the notes of a support log.");
    const before = await readSupportLog(db, account.id, logId);
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changes = changesBetween(before, wanted);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    const isOtherState = given.state !== undefined && given.state !== before.state;
    const { count } = await db.supportLog.updateMany({
      where: { accountId: account.id, id: logId, version },
      data: { ...wanted, ...(isOtherState && { remindAt: given.state === "open" ? nextReminder(now) : null }), version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this support log meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    await publish(db, { channel: "account", accountId: account.id, topic: "support-logs" });
    await emit({ action: "Edit", asset: { kind: "support_log", id: logId, name: before.title }, changes });
    return readSupportLog(db, account.id, logId);
  },
});

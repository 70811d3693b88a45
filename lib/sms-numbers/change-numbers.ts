import { reportOf } from "#lib/bulk-jobs/report.ts";
import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "#lib/users/bulk-act.ts";
import { changeNumbersOfSet, tooFew } from "./change-set.ts";
import { countFor } from "./count-numbers.ts";
import { ChangeNumbersInput } from "./schemas.ts";

/** Gives each of many users an SMS number, or takes theirs: for all of them or for none; of very many by a job (USER-77 to USER-80). */
export const changeNumbers = operation({
  name: "sms-numbers.change",
  summary: "Assign or unassign the SMS numbers of many users",
  permission: [{ feature: "users", action: "edit" }],
  integration: { key: "twilio", feature: "user_numbers" },
  scope: "account",
  kind: "write",
  input: ChangeNumbersInput,
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/sms-numbers/changes" },
  async run(context, { selection, ...request }) {
    // Looked at before a job is started too, so that who asks for too many hears it at once.
    const { users, available } = await countFor(context, selection);
    if (request.change === "assign_all" && users > available) throw tooFew(users, available);
    const result = await actOnSelection(context, selection, "sms_numbers", changeNumbersOfSet, request);
    if (result.done > 0) await context.notify({ to: context.actor, ...reportOf({ kind: "sms_numbers", ...result, failed: 0 }, []) });
    return result;
  },
});

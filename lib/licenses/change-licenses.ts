import { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { reportOf } from "#lib/bulk-jobs/report.ts";
import { invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { actOnSelection } from "#lib/users/bulk-act.ts";
import { changeLicensesOfSet, isPlan, tooFew } from "./change-set.ts";
import { readSelection, shortageOf } from "./count-licenses.ts";
import { ChangeLicensesInput, LEAVE, UNASSIGN } from "./schemas.ts";
import { assertManaged } from "./set-license.ts";

/** Changes the licenses of many users at once: for all of them or for none; of very many by a job (USER-74 to USER-76, ONELIC-13 to ONELIC-21). */
export const changeLicenses = operation({
  name: "licenses.change",
  summary: "Assign or unassign licenses of many users",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: ChangeLicensesInput,
  output: BulkResult,
  http: { method: "POST", path: "/accounts/{accountId}/licenses" },
  async run(context, { selection, ...change }) {
    const { product, licenses } = change;
    await assertManaged(context, product);
    if (licenses !== LEAVE && licenses !== UNASSIGN && !isPlan(product, licenses)) throw invalid("Please choose a plan of the product.", "licenses");
    // Looked at before a job is started too, so that who asks for too many hears it at once.
    const shortage = shortageOf(await readSelection(context, selection), product, licenses);
    if (shortage > 0) throw tooFew(shortage);
    const result = await actOnSelection(context, selection, "licenses", changeLicensesOfSet, change);
    if (result.done > 0) await context.notify({ to: context.actor, ...reportOf({ kind: "licenses", ...result, failed: 0 }, []) });
    return result;
  },
});

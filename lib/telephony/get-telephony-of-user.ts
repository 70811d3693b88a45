import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { operation } from "#lib/operations/operation.ts";
import { RUN_COLUMNS, toRunView } from "#lib/plans/run-view.ts";
import type { RunRow } from "#lib/plans/run-view.ts";
import type { PlanStatus } from "#lib/plans/schemas.ts";
import { productOf, readHeld } from "./held-product.ts";
import { TelephonyOfUser } from "./schemas.ts";
import type { SetUpRun } from "./schemas.ts";

/** The telephony product of a user, and how its last set-up went, step by step (SVC-02, SVC-05, SVC-07, SVC-08). Two queries at the same time. */
export const getTelephonyOfUser = operation({
  name: "telephony.get-of-user",
  summary: "The telephony product of a user",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: z.object({ userId: z.uuid() }),
  output: TelephonyOfUser,
  http: { method: "GET", path: "/accounts/{accountId}/users/{userId}/telephony" },
  async run({ account, db }, { userId }) {
    const product = productOf(account.integrations);
    const [{ userName, held }, setUp] = await Promise.all([readHeld(db, account.id, userId, product), latestSetUp(db, account.id, userId)]);
    return { userName, product, withMitelCx: isInUse(account.integrations, "mitel_cx"), held, setUp };
  },
});

type SetUpRow = RunRow & { planId: string; planStatus: PlanStatus; refusals: string[] };

/** The last thing that "Apply Changes" set in motion for a user; null when that was given up, or there was none. */
async function latestSetUp(db: Db, accountId: string, userId: string): Promise<SetUpRun | null> {
  const [row] = await readRows<SetUpRow>(db, Prisma.sql`
    select ${RUN_COLUMNS}, p.id::text as "planId", p.status as "planStatus", p.refusals
      from provisioning_runs r
      join provisioning_plans p on p.account_id = r.account_id and p.id = r.plan_id
     where r.account_id = ${accountId}::uuid and r.user_id = ${userId}::uuid and (p.request->>'atOnce')::boolean
     order by p.created_at desc, p.id desc
     limit 1`);
  if (!row || row.planStatus === "cancelled") return null;
  const { planId, planStatus, refusals, ...run } = row;
  return { plan: { id: planId, status: planStatus, refusals }, run: toRunView(run) };
}

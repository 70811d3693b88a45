import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { remainingSteps } from "#lib/provisioning/remaining-steps.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { RUN_COLUMNS, toRunView } from "./run-view.ts";
import type { RunRow } from "./run-view.ts";
import { FindRunsInput, RunDetail, RunPage } from "./schemas.ts";

const STATUSES = {
  blocked: ["blocked"],
  left_out: ["left_out", "cancelled"],
  /** Nothing was done for them, for whatever reason. */
  others: ["blocked", "left_out", "cancelled"],
  active: ["planned", "queued", "running", "waiting"],
  waiting: ["waiting"],
  failed: ["failed"],
  succeeded: ["succeeded", "unchanged", "rolled_back"],
} as const;

/** The runs of a plan, a user each, with their steps. */
export const findRuns = operation({
  name: "runs.find",
  summary: "List the runs of a plan with their steps",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: FindRunsInput,
  output: RunPage,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/plans/{planId}/runs" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = runRequest(account.id, asked);
    const [rows, total] = await Promise.all([findPage<RunRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toRunView);
  },
});

/** The runs of a plan in the order they were planned. */
export function runRequest(accountId: string, { planId, status, search }: Pick<z.output<typeof FindRunsInput>, "planId" | "status" | "search">): ListRequest {
  const where = [Prisma.sql`r.account_id = ${accountId}::uuid`, Prisma.sql`r.plan_id = ${planId}::uuid`];
  if (status) where.push(Prisma.sql`r.status = any(${[...STATUSES[status]]})`);
  if (search) where.push(Prisma.sql`(lower(r.user_name) like ${containsPattern(search)} or r.number like ${containsPattern(search)})`);
  return { select: RUN_COLUMNS, from: Prisma.sql`provisioning_runs r`, where, sort: { expression: Prisma.sql`r.position`, type: "integer" }, descending: false, id: Prisma.sql`r.id` };
}

/** One run, with what remains to be done by hand once it has succeeded (ACDCC-11). */
export const getRun = operation({
  name: "runs.get",
  summary: "One run of a plan",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: z.object({ planId: z.uuid(), runId: z.uuid() }),
  output: RunDetail,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/plans/{planId}/runs/{runId}" },
  async run({ account, db }, { planId, runId }) {
    const [row] = await db.$queryRaw<(RunRow & { desired: Resource[] })[]>`
      select ${RUN_COLUMNS}, r.desired from provisioning_runs r
       where r.account_id = ${account.id}::uuid and r.plan_id = ${planId}::uuid and r.id = ${runId}::uuid`;
    if (!row) throw notFound("The run");
    const { desired, ...run } = row;
    return { ...toRunView(run), planId, remaining: run.status === "succeeded" ? remainingSteps(desired) : [] };
  },
});

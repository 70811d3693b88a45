import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readPlan, toPlanView } from "./plan-view.ts";
import type { PlanRow } from "./plan-view.ts";
import { FindPlansInput, PlanPage, PlanView } from "./schemas.ts";

const COLUMNS = Prisma.sql`
  p.id::text, p.purpose, p.status, p.title, p.refusals, p.run_count as "runCount", p.step_count as "stepCount", p.blocked_count as "blockedCount",
  p.unchanged_count as "unchangedCount", p.succeeded_count as "succeededCount", p.failed_count as "failedCount", p.summary,
  p.created_by_name as "createdByName", p.created_at as "createdAt", p.read_at as "readAt", p.applied_at as "appliedAt", p.finished_at as "finishedAt"`;

/** The plans of an account, newest first. */
export const findPlans = operation({
  name: "plans.find",
  summary: "List the plans of an account",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: FindPlansInput,
  output: PlanPage,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/plans" },
  async run({ account, db }, { status, search, ...page }) {
    const request = planRequest(account.id, { status, search });
    const [rows, total] = await Promise.all([findPage<PlanRow>(db, { ...request, ...page }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toPlanView);
  },
});

/** The plans of an account that a filter and a search mean, newest first. */
export function planRequest(accountId: string, { status, search }: Pick<FindPlansInput, "status" | "search">): ListRequest {
  const where = [Prisma.sql`p.account_id = ${accountId}::uuid`];
  if (status) where.push(Prisma.sql`p.status = ${status}`);
  if (search) where.push(Prisma.sql`lower(concat_ws(chr(10), p.title, p.created_by_name)) like ${containsPattern(search)}`);
  return { select: COLUMNS, from: Prisma.sql`provisioning_plans p`, where, sort: { expression: Prisma.sql`p.created_at`, type: "timestamptz" }, descending: true, id: Prisma.sql`p.id` };
}

export const getPlan = operation({
  name: "plans.get",
  summary: "One plan with its figures",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: z.object({ planId: z.uuid() }),
  output: PlanView,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/plans/{planId}" },
  run: ({ account, db }, { planId }) => readPlan(db, account.id, planId),
});

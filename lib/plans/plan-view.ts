import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { PlanPurpose, PlanStatus, PlanView } from "./schemas.ts";

export const PLAN_COLUMNS = {
  id: true,
  purpose: true,
  status: true,
  title: true,
  refusals: true,
  runCount: true,
  stepCount: true,
  blockedCount: true,
  unchangedCount: true,
  succeededCount: true,
  failedCount: true,
  summary: true,
  createdByName: true,
  createdAt: true,
  readAt: true,
  appliedAt: true,
  finishedAt: true,
} satisfies Prisma.ProvisioningPlanSelect;

export type PlanRow = Prisma.ProvisioningPlanGetPayload<{ select: typeof PLAN_COLUMNS }>;

/** A plan as the doors show it. */
export function toPlanView({ summary, refusals, ...row }: PlanRow): PlanView {
  return {
    ...row,
    purpose: row.purpose as PlanPurpose,
    status: row.status as PlanStatus,
    refusals: refusals as string[],
    peers: (summary as { peers?: PlanView["peers"] }).peers ?? [],
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/**
 * Reads one plan of an account.
 * @throws OperationError not_found when the account has no such plan
 */
export async function readPlan(db: Db, accountId: string, planId: string): Promise<PlanView> {
  const row = await db.provisioningPlan.findUnique({ where: { accountId_id: { accountId, id: planId } }, select: PLAN_COLUMNS });
  if (!row) throw notFound("The plan");
  return toPlanView(row);
}

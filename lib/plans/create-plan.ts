import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { PlanRequest } from "./plan-request.ts";
import type { PlanPurpose } from "./schemas.ts";

export type PlanToCreate = {
  purpose: PlanPurpose;
  title: string;
  request?: Partial<PlanRequest>;
  /** The role and its template, where the plan gives one. */
  role?: { id: string; templateId: string } | null;
};

export type RunToCreate = { userId: string; userName: string; undoesRunId?: string };

type Context = Pick<OperationContext<"account">, "actor" | "account" | "db" | "now">;

/** Makes the row of a plan that is still to be worked out, and gives its id; whoever calls adds the runs and enqueues the job. */
export async function createPlan({ actor, account, db, now }: Context, { purpose, title, request = {}, role }: PlanToCreate): Promise<string> {
  const id = newId();
  await db.provisioningPlan.create({
    data: {
      accountId: account.id,
      id,
      purpose,
      title,
      status: "planning",
      request: PlanRequest.parse(request),
      serviceRoleId: role?.id ?? null,
      templateId: role?.templateId ?? null,
      createdById: actor.userId,
      createdByAccountId: actor.accountId,
      createdByName: actor.name,
      createdByOrigin: actor.origin,
      createdAt: now,
    },
  });
  return id;
}

/** Adds the runs of a plan in the given order, and gives the payload of the job that works the plan out. */
export async function createRuns(db: Db, accountId: string, planId: string, runs: RunToCreate[]): Promise<JobPayload<"provisioning.plan">> {
  await db.provisioningRun.createMany({ data: runs.map((run, index) => ({ ...run, accountId, id: newId(), planId, position: index + 1, status: "planned" })) });
  await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { runCount: runs.length } });
  return { accountId, planId };
}

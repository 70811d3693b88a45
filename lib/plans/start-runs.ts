/** From a plan that stands to runs that are worked off: what is wanted becomes the stored desired state, and every user a run. */
import type { Db } from "#lib/db/client.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import type { PlanDraft, PlanToDraft } from "./draft.ts";
import type { Elements } from "./read-world.ts";
import { applicableUsers } from "./store-draft.ts";
import { replaceServices } from "./stored-services.ts";

type PlanToStart = PlanToDraft & { serviceRoleId: string | null };

/**
 * Starts the runs of the plan. Where everything is as it is wanted already there is no step, and the run is done at once, save
 * one that takes something away: what is stored of it goes when the run ends. Runs in the caller's transaction.
 */
export async function startRuns(db: Db, plan: PlanToStart, draft: PlanDraft, elements: Elements, now: Date): Promise<void> {
  const { accountId, id: planId } = plan;
  const users = applicableUsers(draft);
  const takesAway = plan.purpose === "remove" || plan.purpose === "rollback";
  // What each user had until now is kept with the run, for the way back.
  await db.$executeRaw`
    update provisioning_runs r
       set previous = json_build_object('serviceRoleId', u.service_role_id, 'extension', u.extension, 'servicesState', u.services_state,
             'services', coalesce((select json_agg(json_build_object('kind', s.kind, 'key', s.key, 'attributes', s.attributes))
                                     from services s where s.account_id = u.account_id and s.user_id = u.id), '[]'::json)),
           status = case when r.step_count > 0 or ${takesAway} then 'queued' else 'succeeded' end,
           finished_at = case when r.step_count > 0 or ${takesAway} then null else ${now}::timestamptz end
      from users u
     where r.account_id = ${accountId}::uuid and r.plan_id = ${planId}::uuid and r.status in ('planned', 'unchanged')
       and u.account_id = r.account_id and u.id = r.user_id`;
  // A repair and a rollback change what is wanted only when they have succeeded, if at all.
  if (plan.purpose === "assign") await replaceServices(db, accountId, new Map(users.map((user) => [user.id, user.desired])), elements);
  await db.$executeRaw`
    update users u
       set services_state = case when d.steps > 0 or ${takesAway} then 'working' else 'in_sync' end,
           extension = case when d.steps > 0 or ${takesAway} or d.number = '' then u.extension else d.number end,
           service_role_id = case when ${plan.purpose} = 'assign' then ${plan.serviceRoleId}::uuid else u.service_role_id end
      from json_to_recordset(${JSON.stringify(users.map(({ id, number, steps }) => ({ id, number, steps: steps.length })))}::json) as d (id uuid, number text, steps int)
     where u.account_id = ${accountId}::uuid and u.id = d.id`;
  const queued = await db.provisioningRun.findMany({ where: { accountId, planId, status: "queued" }, select: { id: true }, orderBy: { position: "asc" } });
  await jobWriter(db)("provisioning.run", queued.map(({ id }) => ({ accountId, runId: id })));
  await db.provisioningPlan.update({
    where: { accountId_id: { accountId, id: planId } },
    data: {
      status: queued.length > 0 ? "applying" : "done",
      appliedAt: now,
      succeededCount: users.length - queued.length,
      ...(queued.length === 0 ? { finishedAt: now } : {}),
    },
  });
}

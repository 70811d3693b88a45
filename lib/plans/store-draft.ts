/** Writes a draft into the runs and steps of its plan, in sets. */
import type { Db } from "#lib/db/client.ts";
import { chunksOf } from "#lib/db/chunks.ts";
import { describe } from "#lib/provisioning/describe.ts";
import type { GroupNames } from "#lib/provisioning/describe.ts";
import { describeProblem } from "#lib/provisioning/describe-problem.ts";
import type { DraftedUser } from "#lib/provisioning/draft-plan.ts";
import { basisOf, fingerprintOf } from "#lib/provisioning/fingerprint.ts";
import { peerOf } from "#lib/provisioning/resources.ts";
import type { PlanDraft, PlanToDraft } from "./draft.ts";
import type { WorldRead } from "./read-world.ts";
import type { PlanView } from "./schemas.ts";

const CHUNK = 500;

/** Replaces what an earlier reading had found for this plan. */
export async function storeDraft(db: Db, plan: PlanToDraft, draft: PlanDraft, { world, elements }: WorldRead, now: Date): Promise<void> {
  const { accountId, id: planId } = plan;
  const groups: GroupNames = new Map(world.agentGroups.map(({ number, name }) => [number, name]));
  const pbx = world.peers.mivb?.name;
  await db.$executeRaw`
    delete from provisioning_steps s using provisioning_runs r
     where r.account_id = ${accountId}::uuid and r.plan_id = ${planId}::uuid and s.account_id = r.account_id and s.run_id = r.id`;
  const runIds = new Map((await db.provisioningRun.findMany({ where: { accountId, planId }, select: { id: true, userId: true } })).map((run) => [run.userId, run.id]));
  for (const users of chunksOf(draft.users, CHUNK)) {
    await storeRuns(db, accountId, users, runIds, pbx);
    await storeSteps(db, accountId, users, runIds, elements, groups);
  }
  await storeLogins(db, accountId, draft.logins);
  const applicable = applicableUsers(draft);
  const basis = basisOf(applicable, draft.forAll, world.peers);
  await db.provisioningPlan.update({
    where: { accountId_id: { accountId, id: planId } },
    data: {
      status: "ready",
      readAt: now,
      refusals: draft.forAll.map((problem) => describeProblem(problem, pbx).message),
      basis: basis as object,
      fingerprint: fingerprintOf(basis),
      stepCount: applicable.reduce((sum, user) => sum + user.steps.length, 0),
      blockedCount: draft.users.filter((user) => user.problems.length > 0).length,
      unchangedCount: applicable.filter((user) => user.steps.length === 0).length,
      summary: { peers: peerSummary(applicable, elements) },
    },
  });
}

/** The users that the plan can be applied to. */
export function applicableUsers({ users }: Pick<PlanDraft, "users">): DraftedUser[] {
  return users.filter((user) => user.problems.length === 0);
}

async function storeRuns(db: Db, accountId: string, users: DraftedUser[], runIds: Map<string, string>, pbx: string | undefined): Promise<void> {
  const rows = users.map((user) => ({
    id: runIds.get(user.id),
    status: user.problems.length > 0 ? "blocked" : user.steps.length === 0 ? "unchanged" : "planned",
    number: user.number,
    problems: user.problems.map((problem) => ({ ...describeProblem(problem, pbx), number: "nextFree" in problem ? problem.nextFree : null })),
    desired: user.desired,
    step_count: user.steps.length,
  }));
  await db.$executeRaw`
    update provisioning_runs r
       set status = d.status, number = d.number, problems = d.problems, desired = d.desired, step_count = d.step_count, done_count = 0, error = ''
      from json_to_recordset(${JSON.stringify(rows)}::json) as d (id uuid, status text, number text, problems jsonb, desired jsonb, step_count int)
     where r.account_id = ${accountId}::uuid and r.id = d.id`;
}

async function storeSteps(db: Db, accountId: string, users: DraftedUser[], runIds: Map<string, string>, elements: WorldRead["elements"], groups: GroupNames): Promise<void> {
  // A step for a system that the account lacks has no place to go to; the plan says what is missing, and is not applied.
  const rows = applicableUsers({ users }).flatMap((user) =>
    user.steps.flatMap((step, position) => {
      const element = elements[peerOf(step.kind)];
      return element ? [{ run_id: runIds.get(user.id), position, element_id: element.id, action: step.action, kind: step.kind, key: step.key, payload: step, ...describe(step, groups) }] : [];
    }),
  );
  await db.$executeRaw`
    insert into provisioning_steps (account_id, run_id, position, element_id, action, kind, key, payload, title, detail)
    select ${accountId}::uuid, s.run_id, s.position, s.element_id, s.action, s.kind, s.key, s.payload, s.title, s.detail
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as s (run_id uuid, position int, element_id uuid, action text, kind text, key text, payload jsonb, title text, detail text)`;
}

async function storeLogins(db: Db, accountId: string, logins: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...logins].map(([id, login]) => ({ id, login }));
  await db.$executeRaw`
    update users u set login_id = l.login, version = u.version + 1
      from json_to_recordset(${JSON.stringify(rows)}::json) as l (id uuid, login text)
     where u.account_id = ${accountId}::uuid and u.id = l.id and u.login_id is distinct from l.login
       and (u.login_id is null or not exists (select from services s where s.account_id = u.account_id and s.user_id = u.id))`;
}

function peerSummary(users: DraftedUser[], elements: WorldRead["elements"]): PlanView["peers"] {
  const counts = new Map<string, number>();
  for (const { steps } of users) for (const step of steps) counts.set(peerOf(step.kind), (counts.get(peerOf(step.kind)) ?? 0) + 1);
  return Object.entries(elements).map(([kind, element]) => ({ kind, name: element.name, steps: counts.get(kind) ?? 0 }));
}

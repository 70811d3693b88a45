/** The job that makes a plan: reads the peers, works the steps out, and stores them for a person to review. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { describeProblem } from "#lib/provisioning/describe-problem.ts";
import { draftFor } from "./draft.ts";
import type { PlanDraft } from "./draft.ts";
import { lockPlan } from "./lock-plan.ts";
import { PlanRequest } from "./plan-request.ts";
import { readWorld } from "./read-world.ts";
import { startRuns } from "./start-runs.ts";
import { applicableUsers, storeDraft } from "./store-draft.ts";
import { isTaken, TAKEN_MEANWHILE } from "./taken-meanwhile.ts";

const TRANSACTION = { maxWait: 10_000, timeout: 300_000 };

/**
 * Taking back and repairing were decided on when they were asked for, so their plans are applied as soon as they are made. One
 * that gives a template is so where it was asked for (`atOnce`), and only while nothing stands in its way.
 */
const APPLIED_AT_ONCE = new Set(["rollback", "repair"]);

/** Makes the plan, or makes it anew after it was changed. Does nothing when it is not waiting to be made. */
export async function makePlan({ accountId, planId }: JobPayload<"provisioning.plan">): Promise<void> {
  const { prisma } = database();
  const where = { accountId_id: { accountId, id: planId } };
  const plan = await prisma.provisioningPlan.findUnique({ where });
  if (plan?.status !== "planning") return;
  const { atOnce } = PlanRequest.parse(plan.request);
  const read = await readWorld(prisma, accountId);
  const now = new Date();
  const making = prisma.$transaction(async (db) => {
    // Somebody may have cancelled it while the systems were read.
    if ((await lockPlan(db, accountId, planId)) !== "planning") return;
    if (read.unread.length > 0) {
      const reasons = read.unread.map(({ message }) => message);
      await refuse(db, accountId, planId, reasons);
      if (atOnce) await tell(db, plan, reasons, now);
    }
    else {
      const draft = await draftFor(db, plan, read.world);
      await storeDraft(db, plan, draft, read, now);
      if (APPLIED_AT_ONCE.has(plan.purpose) || (atOnce && isApplicable(draft))) await startRuns(db, { ...plan, request: plan.request }, draft, read.elements, now);
      else if (atOnce) await tellNotStarted(db, plan, draft, now);
    }
    await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  }, TRANSACTION);
  await making.catch(async (error: unknown) => {
    // A plan that is applied at once can find its users in another plan's hands; any other is made anew by the queue.
    if (!isTaken(error) || !(APPLIED_AT_ONCE.has(plan.purpose) || atOnce)) throw error;
    await refuse(prisma, accountId, planId, [TAKEN_MEANWHILE]);
    await publish(prisma, { channel: "account", accountId, topic: `plan:${planId}` });
  });
}

function isApplicable(draft: PlanDraft): boolean {
  return draft.forAll.length === 0 && applicableUsers(draft).length > 0;
}

/** Who asked for it at once may have gone on by now, and would wait for something that does not begin. */
async function tellNotStarted(db: Db, plan: PlanToTell, { users, forAll }: PlanDraft, now: Date): Promise<void> {
  const problems = [...forAll, ...users.flatMap((user) => user.problems)];
  await tell(db, plan, problems.map((problem) => describeProblem(problem).message), now);
}

type PlanToTell = { accountId: string; id: string; title: string; createdById: string; createdByAccountId: string };

async function tell(db: Db, { accountId, id, title, ...plan }: PlanToTell, reasons: readonly string[], now: Date): Promise<void> {
  await notificationWriter(db, now)({
    to: { accountId: plan.createdByAccountId, userId: plan.createdById },
    status: "failed",
    title,
    body: ["Nothing was sent.", ...reasons].join(" "),
    link: `/accounts/${accountId}/provisioning/runs/${id}`,
  });
}

async function refuse(db: Db, accountId: string, planId: string, refusals: string[]): Promise<void> {
  await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { status: "refused", refusals } });
}

/** The job that starts a plan, after looking whether the world is still the one it was made from. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { describeProblem } from "#lib/provisioning/describe-problem.ts";
import { basisOf, whatMoved } from "#lib/provisioning/fingerprint.ts";
import type { Basis } from "#lib/provisioning/fingerprint.ts";
import type { World } from "#lib/provisioning/world.ts";
import { draftFor } from "./draft.ts";
import type { PlanDraft } from "./draft.ts";
import { lockPlan } from "./lock-plan.ts";
import { readWorld } from "./read-world.ts";
import { startRuns } from "./start-runs.ts";
import { applicableUsers } from "./store-draft.ts";
import { isTaken, TAKEN_MEANWHILE } from "./taken-meanwhile.ts";

const TRANSACTION = { maxWait: 10_000, timeout: 300_000 };
/** So many sentences of what moved are kept; more would not be read. */
const SENTENCES = 20;

/** Starts the runs of a plan that was applied, or refuses it with what has moved. */
export async function checkAndStart({ accountId, planId }: JobPayload<"provisioning.apply">): Promise<void> {
  const { prisma } = database();
  const plan = await prisma.provisioningPlan.findUnique({ where: { accountId_id: { accountId, id: planId } } });
  if (plan?.status !== "checking") return;
  const { world, elements, unread } = await readWorld(prisma, accountId);
  const now = new Date();
  const start = prisma.$transaction(async (db) => {
    // Somebody may have cancelled it while the systems were read.
    if ((await lockPlan(db, accountId, planId)) !== "checking") return;
    // Nothing is known to have changed, so the plan stays as it was reviewed, with what keeps it from being applied.
    if (unread.length > 0) return settle(db, accountId, planId, { status: "ready", refusals: unread.map(({ message }) => message) });
    const draft = await draftFor(db, plan, world);
    const blocked = new Set((await db.provisioningRun.findMany({ where: { accountId, planId, status: { in: ["blocked", "left_out"] } }, select: { userId: true } })).map((run) => run.userId));
    const draftedAgain = { ...draft, users: draft.users.filter((user) => !blocked.has(user.id)) };
    const moved = movedSince(plan.basis as unknown as Basis, draftedAgain, world, blocked);
    if (moved.length > 0) return settle(db, accountId, planId, { status: "stale", refusals: moved.slice(0, SENTENCES) });
    await startRuns(db, plan, draftedAgain, elements, now);
    return publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  }, TRANSACTION);
  await start.catch(async (error: unknown) => {
    // Another plan took a user or a number between the reading and the start; the unique keys found it out.
    if (!isTaken(error)) throw error;
    await settle(prisma, accountId, planId, { status: "stale", refusals: [TAKEN_MEANWHILE] });
  });
}

/** What has moved since the plan was made, a sentence each: who can not be served any more with the reason, then all else. */
function movedSince(before: Basis, draft: PlanDraft, { peers }: World, leftAside: ReadonlySet<string>): string[] {
  const blockedNow = draft.users.filter(({ problems }) => problems.length > 0);
  const aside = new Set([...leftAside, ...blockedNow.map(({ id }) => id)]);
  const reasons = blockedNow.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${describeProblem(problem, peers.mivb?.name).message}`));
  const users = before.users.filter(({ id }) => !aside.has(id));
  return [...reasons, ...whatMoved({ ...before, users }, basisOf(applicableUsers(draft), draft.forAll, peers))];
}

async function settle(db: Db, accountId: string, planId: string, data: { status: string; refusals: string[] }): Promise<void> {
  await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data });
  await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
}

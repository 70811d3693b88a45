/** The job that makes a plan: reads the peers, works the steps out, and stores them for a person to review. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { draftFor } from "./draft.ts";
import { lockPlan } from "./lock-plan.ts";
import { readWorld } from "./read-world.ts";
import { startRuns } from "./start-runs.ts";
import { storeDraft } from "./store-draft.ts";
import { isTaken, TAKEN_MEANWHILE } from "./taken-meanwhile.ts";

const TRANSACTION = { maxWait: 10_000, timeout: 300_000 };

/** Taking back and repairing were decided on when they were asked for, so their plans are applied as soon as they are made. */
const APPLIED_AT_ONCE = new Set(["rollback", "repair"]);

/** Makes the plan, or makes it anew after it was changed. Does nothing when it is not waiting to be made. */
export async function makePlan({ accountId, planId }: JobPayload<"provisioning.plan">): Promise<void> {
  const { prisma } = database();
  const where = { accountId_id: { accountId, id: planId } };
  const plan = await prisma.provisioningPlan.findUnique({ where });
  if (plan?.status !== "planning") return;
  const read = await readWorld(prisma, accountId);
  const now = new Date();
  const making = prisma.$transaction(async (db) => {
    // Somebody may have cancelled it while the systems were read.
    if ((await lockPlan(db, accountId, planId)) !== "planning") return;
    if (read.unread.length > 0) await refuse(db, accountId, planId, read.unread.map(({ message }) => message));
    else {
      const draft = await draftFor(db, plan, read.world);
      await storeDraft(db, plan, draft, read, now);
      if (APPLIED_AT_ONCE.has(plan.purpose)) await startRuns(db, { ...plan, request: plan.request }, draft, read.elements, now);
    }
    await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  }, TRANSACTION);
  await making.catch(async (error: unknown) => {
    // A plan that is applied at once can find its users in another plan's hands; any other is made anew by the queue.
    if (!isTaken(error) || !APPLIED_AT_ONCE.has(plan.purpose)) throw error;
    await refuse(prisma, accountId, planId, [TAKEN_MEANWHILE]);
    await publish(prisma, { channel: "account", accountId, topic: `plan:${planId}` });
  });
}

async function refuse(db: Db, accountId: string, planId: string, refusals: string[]): Promise<void> {
  await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { status: "refused", refusals } });
}

/** The job that starts a plan, after looking whether the world is still the one it was made from. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { basisOf, whatMoved } from "#lib/provisioning/fingerprint.ts";
import type { Basis } from "#lib/provisioning/fingerprint.ts";
import { draftFor } from "./draft.ts";
import { readWorld } from "./read-world.ts";
import { startRuns } from "./start-runs.ts";
import { applicableUsers } from "./store-draft.ts";

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
    const refuse = (reasons: string[]) => settle(db, accountId, planId, { status: "stale", refusals: reasons.slice(0, SENTENCES) });
    if (unread.length > 0) return refuse(unread.map(({ message }) => message));
    const draft = await draftFor(db, plan, world);
    const blocked = new Set((await db.provisioningRun.findMany({ where: { accountId, planId, status: { in: ["blocked", "left_out"] } }, select: { userId: true } })).map((run) => run.userId));
    const draftedAgain = { ...draft, users: draft.users.filter((user) => !blocked.has(user.id)) };
    const before = plan.basis as unknown as Basis;
    const moved = whatMoved({ ...before, users: before.users.filter((user) => !blocked.has(user.id)) }, basisOf(applicableUsers(draftedAgain), draft.forAll, world.peers));
    if (moved.length > 0) return refuse(moved);
    await startRuns(db, plan, draftedAgain, elements, now);
    return publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  }, TRANSACTION);
  await start.catch(async (error: unknown) => {
    // Another plan took a user or a number between the reading and the start; the unique keys found it out.
    if (!isTaken(error)) throw error;
    await settle(prisma, accountId, planId, { status: "stale", refusals: ["Another plan for some of these users or numbers was applied meanwhile."] });
  });
}

async function settle(db: Db, accountId: string, planId: string, data: { status: string; refusals: string[] }): Promise<void> {
  await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data });
  await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
}

function isTaken(error: unknown): boolean {
  const { code, meta } = error as { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } }; code?: string } };
  return code === "P2002" || meta?.code === "23505" || meta?.driverAdapterError?.cause?.originalCode === "23505";
}

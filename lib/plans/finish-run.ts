/** How a run ends: done, put off, or failed; and what follows from it for its user, its plan and whoever started it. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { MAIL_PURPOSE } from "#lib/mail/send-mail.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import type { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import type { ClaimedRun } from "./claim-run.ts";
import { DEPLOYMENT_LINK } from "./keep-deployment.ts";
import { recordSteps } from "./record-steps.ts";
import { replaceServices } from "./stored-services.ts";

/** Why a step was not done, and the sentence for it. */
export type StepFailure = { error: PeerError; sentence: string };

/** Every step is done: the user's services are as they were asked for. */
export async function finishRun(run: ClaimedRun): Promise<void> {
  const { accountId, id, planId, userId, number } = run;
  const now = new Date();
  await database().prisma.$transaction(async (db) => {
    const { count } = await db.provisioningRun.updateMany({ where: { accountId, id, status: "running" }, data: { status: "succeeded", error: "", leasedUntil: null, finishedAt: now } });
    // Another worker has ended it meanwhile, and counted it.
    if (count === 0) return;
    await recordSteps(db, run, now);
    const plan = await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { succeededCount: { increment: 1 } } });
    if (plan.purpose === "assign" || plan.purpose === "repair") await db.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { servicesState: "in_sync", ...(number ? { extension: number } : {}) } });
    else await settleTakenBack(db, run, plan.purpose);
    if (plan.purpose === "assign") await mailDeployment(db, run);
    await endPlanIfLast(db, plan, now);
    await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  });
}

type Previous = { serviceRoleId: string | null; extension: string; servicesState: string };

/** After services were removed, or a run was taken back: the stored services are what is left. */
async function settleTakenBack(db: Db, { accountId, id, userId }: ClaimedRun, purpose: string): Promise<void> {
  const run = await db.provisioningRun.findUniqueOrThrow({ where: { accountId_id: { accountId, id } }, select: { desired: true, undoesRunId: true } });
  const elements = await db.networkElement.findMany({ where: { accountId }, select: { id: true, kind: true, name: true } });
  const desired = run.desired as unknown as Resource[];
  await replaceServices(db, accountId, new Map([[userId, desired]]), Object.fromEntries(elements.map((element) => [element.kind, element])));
  let before: Previous = { serviceRoleId: null, extension: "", servicesState: "none" };
  if (purpose === "rollback" && run.undoesRunId) {
    const undone = await db.provisioningRun.update({ where: { accountId_id: { accountId, id: run.undoesRunId } }, data: { status: "rolled_back" } });
    before = undone.previous as Previous;
  }
  const { serviceRoleId, extension } = before;
  await db.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { serviceRoleId, extension, servicesState: desired.length > 0 ? "in_sync" : "none" } });
}

/** The deployment mail goes out with the services; its link lies sealed until it is sent. */
async function mailDeployment(db: Db, { accountId, id, userId }: ClaimedRun): Promise<void> {
  // Not by the steps in hand: the deployment may have been done before the run was put off, or by a worker that died.
  const deployed = await db.provisioningStep.findFirst({ where: { accountId, runId: id, kind: "micollab.deployment", action: { not: "delete" } }, select: { position: true } });
  if (!deployed) return;
  const deployment = await db.deployment.findFirst({ where: { accountId, userId }, select: { linkSealed: true, user: { select: { email: true } } } });
  if (!deployment) return;
  const key = sealKey();
  const contentSealed = seal(unseal(deployment.linkSealed, key, DEPLOYMENT_LINK), key, MAIL_PURPOSE);
  await queueMails({ db, enqueue: jobWriter(db), accountId }, [{ userId, recipient: deployment.user.email, kind: "deployment", contentSealed }]);
}

/** The failure may pass: the run waits and is tried again. */
export async function postponeRun(run: ClaimedRun, position: number, { error, sentence, attempts, next }: StepFailure & { attempts: number; next: Date }): Promise<void> {
  const { accountId, id, planId } = run;
  await database().prisma.$transaction(async (db) => {
    await keepFailure(db, run, position, "planned", error.reason, sentence);
    await db.provisioningRun.updateMany({ where: { accountId, id, status: "running" }, data: { status: "waiting", attempts, error: sentence, leasedUntil: null } });
    await recordSteps(db, run, new Date());
    await jobWriter(db)("provisioning.run", { accountId, runId: id }, { startAfter: next });
    await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  });
}

/** The failure will not pass by itself: the run stops with its reason, and can be tried again or taken back by a person. */
export async function failRun(run: ClaimedRun, position: number, { error, sentence, gaveUpAfter }: StepFailure & { gaveUpAfter: number | null }): Promise<void> {
  const { accountId, id, planId, userId } = run;
  const now = new Date();
  const reason = gaveUpAfter === null ? sentence : `${sentence.replace(" It is tried again by itself.", "")} It was tried ${gaveUpAfter} times; try again when the system is back.`;
  await database().prisma.$transaction(async (db) => {
    await keepFailure(db, run, position, "failed", error.reason, reason);
    const { count } = await db.provisioningRun.updateMany({ where: { accountId, id, status: "running" }, data: { status: "failed", error: reason, attempts: 0, leasedUntil: null, finishedAt: now } });
    if (count === 0) return;
    await recordSteps(db, run, now);
    await db.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { servicesState: "failed" } });
    const plan = await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { failedCount: { increment: 1 } } });
    await endPlanIfLast(db, plan, now);
    await publish(db, { channel: "account", accountId, topic: `plan:${planId}` });
  });
}

async function keepFailure(db: Db, { accountId, id }: ClaimedRun, position: number, status: "planned" | "failed", failure: string, error: string): Promise<void> {
  // Another worker, which took the run over meanwhile, may have done it.
  await db.provisioningStep.updateMany({ where: { accountId, runId: id, position, status: { not: "done" } }, data: { status, failure, error, attempts: { increment: 1 } } });
}

type PlanToEnd = { accountId: string; id: string; title: string; purpose: string; createdById: string; createdByAccountId: string };

/** The last run of a plan ends it and tells the person who applied it, once, what came of all of them. */
async function endPlanIfLast(db: Db, plan: PlanToEnd, now: Date): Promise<void> {
  const { accountId, id: planId } = plan;
  const open = await db.provisioningRun.findFirst({ where: { accountId, planId, status: { in: ["queued", "running", "waiting"] } }, select: { id: true } });
  if (open) return;
  const ended = await db.provisioningPlan.update({ where: { accountId_id: { accountId, id: planId } }, data: { status: "done", finishedAt: now } });
  const failures = await db.provisioningRun.findMany({ where: { accountId, planId, status: "failed" }, select: { userName: true, error: true }, orderBy: { position: "asc" }, take: 20 });
  await notificationWriter(db, now)({
    to: { accountId: plan.createdByAccountId, userId: plan.createdById },
    status: ended.failedCount > 0 ? "failed" : "completed",
    title: TITLES[plan.purpose] ? `${TITLES[plan.purpose]}: ${plan.title}` : plan.title,
    body: [`${ended.succeededCount} done`, ...(ended.failedCount > 0 ? [`${ended.failedCount} failed`] : [])].join(", ") + (failures[0] ? `. ${failures[0].userName}: ${failures[0].error}` : "."),
    link: `/accounts/${accountId}/provisioning/runs/${planId}`,
    details: ended.failedCount > 0 ? { failures } : {},
  });
}

const TITLES: Record<string, string> = { rollback: "Rolled back", repair: "Repaired" };

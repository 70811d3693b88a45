/** The gateway of an account that is to have none any more: it goes back to factory default (GW-53, GW-55, ACCT-19). */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { JOBS } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { faultOf, gatewayService } from "./gateway-service.ts";
import { readGateway } from "./stored.ts";

type Asker = { accountId: string; userId: string };

/**
 * Takes the gateway from an account, and lets a job reset it; the wish to do so is kept with the partner, so that it outlives the account.
 * @returns how many gateways that were
 */
export async function letGatewayGo(db: Db, accountId: string, askedBy: Asker, now: Date): Promise<number> {
  const gateway = await readGateway(db, accountId);
  if (!gateway) return 0;
  const { name, partnerId } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, partnerId: true } });
  if (gateway.site && partnerId) {
    const reset = { accountId: partnerId, id: newId() };
    await db.gatewayReset.create({ data: { ...reset, serial: gateway.serial, customerId: accountId, customerName: name, askedById: askedBy.userId, askedByAccount: askedBy.accountId, createdAt: now } });
    await jobWriter(db)("gateways.reset", { accountId: partnerId, resetId: reset.id });
  }
  await db.gateway.delete({ where: { accountId } });
  return 1;
}

type Reset = { accountId: string; id: string; serial: string; customerId: string; customerName: string; askedById: string; askedByAccount: string; attempts: number };

/** The job that resets a gateway. One that does not answer is tried again, for hours; whoever asked is told at the first failure and of the end. */
export async function resetGateway({ accountId, resetId }: JobPayload<"gateways.reset">): Promise<void> {
  const { prisma } = database();
  const key = { accountId_id: { accountId, id: resetId } };
  const reset = await prisma.gatewayReset.findUnique({ where: key });
  if (!reset) return;
  const error = await tryToReset(reset);
  const isOver = error === undefined || reset.attempts + 1 >= JOBS["gateways.reset"].retryLimit;
  await prisma.$transaction(async (db) => {
    const now = new Date();
    if (isOver) await db.gatewayReset.deleteMany({ where: { accountId, id: resetId } });
    else await db.gatewayReset.updateMany({ where: { accountId, id: resetId }, data: { attempts: { increment: 1 }, error } });
    if (isOver || reset.attempts === 0) await tell(db, reset, error, isOver, now);
    if (isOver) await record(db, reset, error, now);
  });
  // The queue tries again by the rules of the job's kind.
  if (!isOver) throw new Error(error);
}

/** Gives why it failed. */
async function tryToReset({ serial, customerId }: Reset): Promise<string | undefined> {
  try {
    await gatewayService().factoryReset(serial, customerId);
    return undefined;
  } catch (error) {
    // A gateway that does not exist any more needs no reset.
    if (error instanceof PeerError && error.reason === "not_found") return undefined;
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault;
  }
}

async function tell(db: Db, reset: Reset, error: string | undefined, isOver: boolean, now: Date): Promise<void> {
  const to = { accountId: reset.askedByAccount, userId: reset.askedById };
  if ((await db.user.count({ where: { accountId: to.accountId, id: to.userId } })) === 0) return;
  const notify = notificationWriter(db, now);
  const of = `Gateway ${reset.serial} of ${reset.customerName}`;
  if (error === undefined) return notify({ to, status: "completed", title: `${of} was reset to factory default`, body: "It can be onboarded again." });
  if (isOver) return notify({ to, status: "failed", title: `${of} was not reset to factory default`, body: `${error} Reset it by hand before it is onboarded again.` });
  return notify({ to, status: "in_progress", title: `${of} could not be reset to factory default yet`, body: `${error} It is tried again until it answers.` });
}

async function record(db: Db, reset: Reset, error: string | undefined, now: Date): Promise<void> {
  const { emit } = eventWriter(db, { operation: "gateways.reset", accountId: reset.accountId, actor: { kind: "system", name: "CloudLink gateways" }, correlationId: randomUUID(), now });
  const details = { serial: reset.serial, customer: reset.customerName };
  await emit({ action: "Edit", asset: { kind: "integration", id: "cloudlink_gateway", name: "CloudLink Gateway" }, changes: [{ property: "factoryReset", before: "started", after: error === undefined ? "done" : "failed" }], details });
}

/** The job that brings the users of the PBX into the account (GW-33, GW-39 to GW-41). */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import type { PbxPerson, PbxSummary } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import { tellPages } from "./change-gateway.ts";
import { faultOf, gatewayService } from "./gateway-service.ts";
import { addPbxUsers, updatePbxUsers } from "./import-pbx-users.ts";
import { storePbxUsers } from "./store-pbx-users.ts";
import { readGateway } from "./stored.ts";

const MINUTE_MS = 60_000;
const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };
const ACTOR = { kind: "system", name: "PBX synchronization" } as const;

/** When the next synchronization begins by itself. */
export function nextSync(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * MINUTE_MS);
}

type By = JobPayload<"gateways.sync">["by"];

/** Asks the PBX for its users, stores them, and adds and changes the users of the account that come from there. */
export async function syncPbx({ accountId, by }: JobPayload<"gateways.sync">): Promise<void> {
  const { prisma } = database();
  const gateway = await readGateway(prisma, accountId);
  if (!gateway?.connectedAt) return;
  try {
    const [summary, people] = [await gatewayService().pbx(gateway.serial), await gatewayService().pbxUsers(gateway.serial)];
    await prisma.$transaction((db) => takeOver(db, accountId, gateway.serial, summary, people, by), TRANSACTION);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    await prisma.$transaction((db) => noteFault(db, accountId, fault, by));
  }
}

async function takeOver(db: Db, accountId: string, serial: string, summary: PbxSummary, people: PbxPerson[], by: By): Promise<void> {
  const now = new Date();
  // Two synchronizations come one after the other; one whose gateway has gone meanwhile does nothing.
  const held = await db.$queryRaw<unknown[]>`select 1 from gateways where account_id = ${accountId}::uuid and serial = ${serial} and connected_at is not null for update`;
  if (held.length === 0) return;
  await storePbxUsers(db, accountId, people);
  const { emit } = eventWriter(db, { operation: "gateways.sync", accountId, actor: ACTOR, correlationId: randomUUID(), now });
  const changed = await updatePbxUsers(db, accountId, now, emit);
  const added = await addPbxUsers(db, accountId, now, emit);
  await db.gateway.update({ where: { accountId }, data: { syncedAt: now, syncAskedAt: null, syncFault: "", pbxUserCount: summary.users, didNumber: summary.didNumber } });
  if (by) {
    const body = `${added} added, ${changed} changed. The added users get no welcome e-mail until you send it.`;
    await tell(db, by, now, { status: "completed", title: `${summary.users} users of ${summary.name} synchronized`, body, link: `/accounts/${accountId}/users` });
  }
  await tellPages(db, accountId);
  if (added + changed > 0) await publish(db, { channel: "account", accountId, topic: "users" });
}

async function noteFault(db: Db, accountId: string, fault: string, by: By): Promise<void> {
  await db.gateway.updateMany({ where: { accountId }, data: { syncAskedAt: null, syncFault: fault } });
  if (by) await tell(db, by, new Date(), { status: "failed", title: "The users of the PBX were not synchronized", body: fault, link: `/accounts/${accountId}/integrations/cloudlink_gateway/connect` });
  await tellPages(db, accountId);
}

type News = { status: "completed" | "failed"; title: string; body: string; link: string };

async function tell(db: Db, to: NonNullable<By>, now: Date, news: News): Promise<void> {
  if ((await db.user.count({ where: { accountId: to.accountId, id: to.userId } })) > 0) await notificationWriter(db, now)({ to, ...news });
}

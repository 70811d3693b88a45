/** Telling the Voice Assist service what the portal holds: settings, PBXs and directory (VASSIST-10). */
import { database } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { putAttendant, removeAttendant, ServiceError } from "./service.ts";
import { readSettings, readState, storeState } from "./stored.ts";

/** Enqueues the synchronization of every account with Voice Assist, since people come and go in its directory. */
export async function synchronizeAllAttendants(): Promise<void> {
  const { prisma } = database();
  const accounts = await prisma.integration.findMany({ where: { key: "mitel_voice_assist", status: "on", account: { status: "active" } }, select: { accountId: true } });
  await jobWriter(prisma)("voice-assist.synchronize", accounts);
}

/**
 * Synchronizes one account; without the integration its attendant goes.
 * @throws ServiceError when the service can not do it now, so that the job is tried again
 */
export async function synchronizeAttendant({ accountId }: JobPayload<"voice-assist.synchronize">): Promise<void> {
  const { prisma } = database();
  const values = await readSettings(prisma, accountId);
  if (!values) return removeAttendant(accountId);
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  const users = await prisma.user.findMany({ where: { accountId, extension: { not: "" } }, select: { name: true, extension: true }, orderBy: { name: "asc" } });
  const { pbxs } = await readState(prisma, accountId);
  try {
    await putAttendant(accountId, { company: account.name, ...values, pbxs, directory: users.map(({ name, extension }) => ({ name, number: extension })) });
    await keep(accountId, { status: "done", message: "" });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    await keep(accountId, { status: "failed", message: error.mayPass ? `${error.message} It is tried again by itself.` : error.message });
    if (error.mayPass) throw error;
  }
}

async function keep(accountId: string, state: { status: "done" | "failed"; message: string }): Promise<void> {
  await database().prisma.$transaction(async (db) => {
    if (!(await readSettings(db, accountId))) return;
    await storeState(db, accountId, state);
    await publish(db, { channel: "account", accountId, topic: "integrations" });
  });
}

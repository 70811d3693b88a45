/** Keeping an account and its MiCollab server in step: CloudLink Chat, and the licenses of MiTeam Meetings (MICOL-01, MEETMC-10). */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { connectionTo } from "#lib/network-elements/connect.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { connectCloudLink } from "#lib/provisioning/adapters/cloudlink.ts";
import type { CloudLinkAdapter, MeetingsLicence } from "#lib/provisioning/adapters/cloudlink.ts";
import { describeFailure } from "#lib/provisioning/describe-failure.ts";
import { readPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { settleLicenses } from "./settle-licenses.ts";
import type { Settled } from "./settle-licenses.ts";
import { readState, storeState } from "./state.ts";
import { tellRefused } from "./tell-refused.ts";

type Told = { chatEnabled: boolean; licences: MeetingsLicence[] | null };

/** Enqueues the synchronization of every account with MiCollab. */
export async function synchronizeAll(): Promise<void> {
  const { prisma } = database();
  const accounts = await prisma.integration.findMany({ where: { key: "micollab", status: "on", account: { status: "active", networkElements: { some: { kind: "micollab" } } } }, select: { accountId: true } });
  await jobWriter(prisma)("micollab.synchronize", accounts);
}

/**
 * Synchronizes one account. After the integration is gone it takes leave of the server.
 * @throws PeerError when the server can not do it now, so that the job is tried again
 */
export async function synchronize({ accountId }: JobPayload<"micollab.synchronize">): Promise<void> {
  const { prisma } = database();
  const place = await readPlace(prisma, accountId);
  if (!place?.server) return;
  const server = connectCloudLink(connectionTo(place.server));
  if (!place.integrated) return server.disconnect(accountId, newId());
  try {
    const told = await ask(server, place);
    await prisma.$transaction((db) => keep(db, place, told), { timeout: 60_000 });
  } catch (error) {
    if (!(error instanceof PeerError)) throw error;
    await keepFailure(accountId, describeFailure(error, place.server.name));
    if (error.mayPass) throw error;
  }
}

async function ask(server: CloudLinkAdapter, { account, meetings }: Place): Promise<Told> {
  await server.connect(account.id, account.name);
  return { chatEnabled: await server.chatEnabled(), licences: meetings ? await server.listMeetingsLicences() : null };
}

const NOTHING: Settled = { assigned: [], refused: [], unknown: [] };

async function keep(db: Db, place: Place, { chatEnabled, licences }: Told): Promise<void> {
  const { id: accountId } = place.account;
  await db.$executeRaw`select 1 from micollab_states where account_id = ${accountId}::uuid for update`;
  const before = await readState(db, accountId);
  // Somebody may have removed the integration while the server was asked; what it told is then nobody's.
  const present = await readPlace(db, accountId);
  if (!present?.integrated) return;
  const now = new Date();
  const { emit } = eventWriter(db, { operation: "micollab.synchronize", accountId, actor: { kind: "system", name: "MiCollab" }, correlationId: randomUUID(), now });
  // With MiTeam Meetings off all licenses stay as they are (MEETMC-02), and whose they were is remembered.
  const settled = licences && present.meetings ? await settleLicenses({ db, emit, accountId, now }, licences, before.assigned) : { ...NOTHING, assigned: before.assigned };
  await storeState(db, accountId, { status: "done", message: "", serverName: place.server!.name, chatEnabled, ...settled, answeredAt: now });
  await tellRefused({ db, emit, now }, place, { before: before.refused, refused: settled.refused });
  await publish(db, { channel: "account", accountId, topic: "integrations" });
}

async function keepFailure(accountId: string, message: string): Promise<void> {
  await database().prisma.$transaction(async (db) => {
    if (!(await readPlace(db, accountId))?.integrated) return;
    await storeState(db, accountId, { status: "failed", message });
    await publish(db, { channel: "account", accountId, topic: "integrations" });
  });
}

/** The reconciler: compares what was asked for with what the peers hold, and keeps the differences. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { readWorld } from "#lib/plans/read-world.ts";
import type { Elements, WorldRead } from "#lib/plans/read-world.ts";
import { readServices } from "#lib/plans/stored-services.ts";
import { compare } from "#lib/provisioning/drift.ts";
import type { Difference } from "#lib/provisioning/drift.ts";
import { peerOf } from "#lib/provisioning/resources.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { resourcesByOwner } from "#lib/provisioning/world.ts";

/** Enqueues the reconciliation of every account that has network elements and services. */
export async function reconcileAll(): Promise<void> {
  const { prisma } = database();
  const accounts = await prisma.$queryRaw<{ accountId: string }[]>`
    select distinct e.account_id::text as "accountId" from network_elements e join accounts a on a.id = e.account_id and a.status = 'active'
     where exists (select 1 from services s where s.account_id = e.account_id)`;
  await jobWriter(prisma)("provisioning.reconcile", accounts);
}

/** Reconciles one account. A peer that can not be read is left out, so that nothing of it seems to be missing. */
export async function reconcile({ accountId }: JobPayload<"provisioning.reconcile">): Promise<void> {
  const { prisma } = database();
  const began = new Date();
  const read = await readWorld(prisma, accountId);
  const found = await findDifferences(prisma, accountId, read, began);
  const now = new Date();
  await prisma.$transaction(async (db) => {
    await keepElementStates(db, accountId, read, now);
    await keepDifferences(db, { ...found, accountId, unread: read.unread.map(({ kind }) => kind), now });
    await markUsers(db, accountId);
    await publish(db, { channel: "account", accountId, topic: "drift" });
  });
}

type Found = { differences: Difference[]; elements: Elements; owners: Map<string, string>; busy: ReadonlySet<string> };

async function findDifferences(db: Db, accountId: string, { world, elements, unread }: WorldRead, began: Date): Promise<Found> {
  const unreadKinds = new Set<string>(unread.map(({ kind }) => kind));
  const busy = await busyUsers(db, accountId, began);
  const users = await db.user.findMany({ where: { accountId, loginId: { not: null } }, select: { id: true, loginId: true } });
  const owners = new Map(users.filter(({ id }) => !busy.has(id)).map(({ id, loginId }) => [loginId!, id]));
  const services = await readServices(db, accountId);
  // Users whose runs are under way are between two states and would differ for no reason.
  const desired = services.filter(({ userId, resource }) => !busy.has(userId) && !unreadKinds.has(peerOf(resource.kind))).map(({ resource }) => resource);
  const owned = resourcesByOwner(world.resources);
  const wantedBy = new Set(services.map(({ userId }) => userId));
  // What others have on the same systems is not this account's business.
  const actual = [...owners].flatMap(([loginId, userId]) => (wantedBy.has(userId) ? (owned.get(loginId) ?? []) : ([] as Resource[])));
  const names = Object.fromEntries(Object.entries(elements).map(([kind, element]) => [kind, element.name]));
  return { differences: compare(desired, actual, names), elements, owners, busy };
}

/** Users whose services a run is changing, or was changing while the systems were read: some of them were seen as they were before. */
export async function busyUsers(db: Db, accountId: string, since: Date): Promise<Set<string>> {
  const runs = await db.provisioningRun.findMany({ where: { accountId, OR: [{ status: { in: ["queued", "running", "waiting"] } }, { finishedAt: { gte: since } }] }, select: { userId: true } });
  return new Set(runs.map(({ userId }) => userId));
}

async function keepElementStates(db: Db, accountId: string, { elements, unread, world }: WorldRead, now: Date): Promise<void> {
  for (const [kind, element] of Object.entries(elements)) {
    const problem = unread.find((each) => each.kind === kind);
    const info = world.peers[kind as keyof typeof world.peers];
    const data = problem ? { status: problem.mayPass ? "unreachable" : "refused", statusMessage: problem.message } : { status: "connected", statusMessage: "", release: info?.release ?? "" };
    await db.networkElement.update({ where: { accountId_id: { accountId, id: element.id } }, data: { ...data, checkedAt: now } });
  }
}

type ToKeep = Found & { accountId: string; unread: string[]; now: Date };

/** New differences are added, known ones keep their date, and those that are gone are settled; of busy users nothing is known now. */
async function keepDifferences(db: Db, { accountId, differences, elements, owners, busy, unread, now }: ToKeep): Promise<void> {
  const rows = differences.map((difference) => ({
    id: newId(),
    element_id: elements[difference.peer]?.id,
    user_id: difference.loginId === null ? null : (owners.get(difference.loginId) ?? null),
    difference: difference.difference,
    kind: difference.kind,
    key: difference.key,
    message: difference.message,
    fields: difference.fields,
  }));
  const json = JSON.stringify(rows);
  await db.$executeRaw`
    update drifts d set status = case d.status when 'repairing' then 'repaired' when 'adopting' then 'adopted' else 'gone' end, settled_at = ${now}::timestamptz
     where d.account_id = ${accountId}::uuid and d.status in ('open', 'repairing', 'adopting')
       and split_part(d.kind, '.', 1) <> all(${unread})
       and (d.user_id is null or d.user_id <> all(${[...busy]}::uuid[]))
       and not exists (select 1 from json_to_recordset(${json}::json) as n (element_id uuid, kind text, key text)
                        where n.element_id = d.element_id and n.kind = d.kind and n.key = d.key)`;
  await db.$executeRaw`
    insert into drifts (account_id, id, element_id, user_id, difference, kind, key, message, fields, detected_at)
    select ${accountId}::uuid, n.id, n.element_id, n.user_id, n.difference, n.kind, n.key, n.message, n.fields, ${now}::timestamptz
      from json_to_recordset(${json}::json) as n (id uuid, element_id uuid, user_id uuid, difference text, kind text, key text, message text, fields jsonb)
    on conflict (account_id, element_id, kind, key) where status in ('open', 'adopting', 'repairing')
    do update set difference = excluded.difference, message = excluded.message, fields = excluded.fields, user_id = excluded.user_id, status = 'open'`;
}

/** What the users list shows: in sync, or that something differs. */
async function markUsers(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`
    update users u set services_state = 'differs'
     where u.account_id = ${accountId}::uuid and u.services_state = 'in_sync'
       and exists (select 1 from drifts d where d.account_id = u.account_id and d.user_id = u.id and d.status = 'open')`;
  await db.$executeRaw`
    update users u set services_state = case when exists (select 1 from services s where s.account_id = u.account_id and s.user_id = u.id) then 'in_sync' else 'none' end
     where u.account_id = ${accountId}::uuid and u.services_state = 'differs'
       and not exists (select 1 from drifts d where d.account_id = u.account_id and d.user_id = u.id and d.status = 'open')`;
}

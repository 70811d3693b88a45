/** The job that takes the systems' side of chosen differences into the stored desired state. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { readWorld } from "#lib/plans/read-world.ts";
import { byUser, readServices, replaceServices } from "#lib/plans/stored-services.ts";
import { adopted } from "#lib/provisioning/repair.ts";
import type { PersonChanges } from "#lib/provisioning/repair.ts";
import { ofKind } from "#lib/provisioning/resources.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import type { Named } from "#lib/provisioning/settle.ts";
import { resourcesByOwner } from "#lib/provisioning/world.ts";
import { busyUsers, reconcile } from "./reconcile.ts";

/** Adopts the differences that are in hand, then looks again, which settles them. */
export async function adopt({ accountId, driftIds }: JobPayload<"provisioning.adopt">): Promise<void> {
  const { prisma } = database();
  const drifts = await prisma.drift.findMany({ where: { accountId, id: { in: driftIds }, status: "adopting" }, select: { userId: true, kind: true, key: true } });
  const began = new Date();
  const { world, elements, unread } = await readWorld(prisma, accountId);
  // Without a system that belongs to it the other side is not known; the differences stay open for another try.
  if (unread.length > 0) await prisma.drift.updateMany({ where: { accountId, id: { in: driftIds }, status: "adopting" }, data: { status: "open" } });
  else {
    const owned = resourcesByOwner(world.resources);
    await prisma.$transaction(async (db) => {
      // What a run is changing now is neither side's; the look afterwards leaves these differences as they are.
      const busy = await busyUsers(db, accountId, began);
      const userIds = [...new Set(drifts.flatMap(({ userId }) => userId ?? []))].filter((userId) => !busy.has(userId));
      await db.drift.updateMany({ where: { accountId, id: { in: driftIds }, status: "adopting", userId: { in: [...busy] } }, data: { status: "open" } });
      const users = await db.user.findMany({ where: { accountId, id: { in: userIds } }, select: { id: true, loginId: true } });
      const services = byUser(await readServices(db, accountId, userIds));
      for (const user of users) {
        const chosen = drifts.filter(({ userId }) => userId === user.id) as Named[];
        const { desired, people } = adopted(chosen, services.get(user.id) ?? [], owned.get(user.loginId ?? "") ?? []);
        await replaceServices(db, accountId, new Map([[user.id, desired]]), elements);
        await keepPerson(db, accountId, user.id, people.get(user.loginId ?? ""), desired);
      }
    });
  }
  await reconcile({ accountId });
}

async function keepPerson(db: Db, accountId: string, userId: string, changes: PersonChanges | undefined, desired: Resource[]): Promise<void> {
  const { firstName, lastName } = changes ?? {};
  const extension = ofKind(desired, "mivb.phone").find(({ attributes }) => attributes.isPrimary)?.key ?? "";
  await db.user.update({
    where: { accountId_id: { accountId, id: userId } },
    data: { extension, ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }), version: { increment: 1 } },
  });
}

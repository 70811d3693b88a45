/** The job that takes the systems' side of chosen differences into the stored desired state. */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { changesBetween, eventWriter } from "#lib/events/emit.ts";
import type { Emit } from "#lib/events/emit.ts";
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

const BY = { kind: "system", name: "Adopted differences" } as const;

type AdoptingUser = { id: string; firstName: string; lastName: string; name: string };

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
      const users = await db.user.findMany({ where: { accountId, id: { in: userIds } }, select: { id: true, loginId: true, firstName: true, lastName: true, name: true } });
      const { emit } = eventWriter(db, { operation: "drift.adopt", accountId, actor: BY, correlationId: randomUUID(), now: new Date() });
      const services = byUser(await readServices(db, accountId, userIds));
      for (const user of users) {
        const chosen = drifts.filter(({ userId }) => userId === user.id) as Named[];
        const { desired, people } = adopted(chosen, services.get(user.id) ?? [], owned.get(user.loginId ?? "") ?? []);
        await replaceServices(db, accountId, new Map([[user.id, desired]]), elements);
        await keepPerson(db, accountId, user, people.get(user.loginId ?? ""), desired, emit);
      }
    });
  }
  await reconcile({ accountId });
}

/** The user has the adopted name and number; the name that lists show goes along while it is first and last name together. */
async function keepPerson(db: Db, accountId: string, before: AdoptingUser, adoptedNames: PersonChanges | undefined, desired: Resource[], emit: Emit): Promise<void> {
  const names = { firstName: adoptedNames?.firstName ?? before.firstName, lastName: adoptedNames?.lastName ?? before.lastName };
  const name = before.name === joined(before) ? joined(names) : before.name;
  const changes = changesBetween<Record<string, unknown>>(before, { ...names, name });
  const extension = ofKind(desired, "mivb.phone").find(({ attributes }) => attributes.isPrimary)?.key ?? "";
  await db.user.update({ where: { accountId_id: { accountId, id: before.id } }, data: { ...names, name, extension, version: { increment: 1 } } });
  if (changes.length > 0) await emit({ action: "Edit", asset: { kind: "user", id: before.id, name: before.name }, changes });
}

function joined({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}

/** Things of an account that need attention, as the engine leaves them in the database. */
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { ServicesState } from "#lib/users/schemas.ts";
import { aUser } from "./people.ts";
import type { SignedIn } from "./people.ts";

/** A network element in some state. */
export async function anElement(accountId: string, fields: { kind?: string; name?: string; status?: "connected" | "unreachable" | "refused" } = {}): Promise<string> {
  const { kind = "mivb", name = `${kind}-1`, status = "connected" } = fields;
  const id = newId();
  await database().prisma.networkElement.create({
    data: { accountId, id, kind, name, status, address: "http://127.0.0.1:1", username: "admin", passwordSealed: new Uint8Array([1]), checkedAt: new Date() },
  });
  return id;
}

/** A difference between the portal and a phone system. */
export async function aDifference(accountId: string, { status = "open" } = {}): Promise<void> {
  const id = newId();
  await database().prisma.drift.create({ data: { accountId, id, elementId: newId(), difference: "missing", kind: "mivb.phone", key: id, message: "2201 is missing", status } });
}

/** A user whose last provisioning run failed, or has failed once and is in another state now. */
export async function aFailedRun(partner: SignedIn, accountId: string, fields: { finishedAt?: Date; servicesState?: ServicesState } = {}): Promise<void> {
  const { finishedAt = new Date(), servicesState = "failed" } = fields;
  const { prisma } = database();
  const user = await aUser(partner, accountId);
  const planId = newId();
  const createdBy = { createdById: user.id, createdByAccountId: accountId, createdByName: "Mara Lindqvist" };
  await prisma.provisioningPlan.create({ data: { accountId, id: planId, purpose: "assign", status: "done", title: "Give a template", request: {}, ...createdBy } });
  await prisma.provisioningRun.create({ data: { accountId, id: newId(), planId, userId: user.id, userName: user.name, position: 0, status: "failed", finishedAt } });
  await prisma.user.update({ where: { accountId_id: { accountId, id: user.id } }, data: { servicesState } });
}

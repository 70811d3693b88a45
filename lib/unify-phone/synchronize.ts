/** Keeping an account in step with its Unify Phone tenant: the licenses that its PBX gives, and CloudLink Chat for those who are users here (UNIFY-01, UNIFY-02, UNIFY-15). */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { readLicenses, readTenant, setChat, UnifyPhoneError } from "./client.ts";
import type { License } from "./client.ts";
import { readPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { Tenant } from "./schemas.ts";
import { settleLicenses } from "./settle-licenses.ts";
import type { SortedLicenses } from "./sort-licenses.ts";
import { storeState } from "./state.ts";

/** Enqueues the synchronization of every account with Unify Phone. */
export async function synchronizeAllTenants(): Promise<void> {
  const { prisma } = database();
  const accounts = await prisma.integration.findMany({ where: { key: "unify_phone", status: "on", account: { status: "active" } }, select: { accountId: true } });
  await jobWriter(prisma)("unify-phone.synchronize", accounts);
}

/**
 * Synchronizes one account; without a tenant there is nothing to do.
 * @throws UnifyPhoneError when the service can not do it now, so that the job is tried again
 */
export async function synchronizeTenant({ accountId }: JobPayload<"unify-phone.synchronize">): Promise<void> {
  const place = await readPlace(database().prisma, accountId);
  if (!place) return;
  try {
    const sorted = await keep(place, await ask(place));
    if (sorted) await setChat(place.apiKey, sorted.chat);
  } catch (error) {
    if (!(error instanceof UnifyPhoneError)) throw error;
    await keepFailure(place, error);
    if (error.mayPass) throw error;
  }
}

type Told = { tenant: Tenant; licenses: License[] };

async function ask({ link, apiKey }: Place): Promise<Told> {
  const tenant = await readTenant(apiKey);
  if (tenant.linkedAccount !== link.accountId) throw new UnifyPhoneError("linked_elsewhere", "The tenant is not linked to this account any more. Remove the integration, add it again, and link a tenant.");
  return { tenant: Tenant.parse(tenant), licenses: await readLicenses(apiKey) };
}

/** Gives nothing where somebody has removed the integration while the service was asked. */
async function keep(place: Place, { tenant, licenses }: Told): Promise<SortedLicenses | undefined> {
  const { accountId } = place.link;
  return database().prisma.$transaction(
    async (db) => {
      await db.$executeRaw`select 1 from unify_phone_states where account_id = ${accountId}::uuid for update`;
      if (!isSame(place, await readPlace(db, accountId))) return undefined;
      const now = new Date();
      const { emit } = eventWriter(db, { operation: "unify-phone.synchronize", accountId, actor: { kind: "system", name: "Unify Phone" }, correlationId: randomUUID(), now });
      const sorted = await settleLicenses({ db, emit, accountId, now }, licenses);
      await storeState(db, accountId, { status: "done", message: "", tenant, unknown: sorted.unknown, answeredAt: now });
      await publish(db, { channel: "account", accountId, topic: "integrations" });
      return sorted;
    },
    { timeout: 60_000 },
  );
}

async function keepFailure(place: Place, error: UnifyPhoneError): Promise<void> {
  const { accountId } = place.link;
  await database().prisma.$transaction(async (db) => {
    if (!isSame(place, await readPlace(db, accountId))) return;
    await storeState(db, accountId, { status: "failed", message: messageOf(error) });
    await publish(db, { channel: "account", accountId, topic: "integrations" });
  });
}

function messageOf({ failure, message, mayPass }: UnifyPhoneError): string {
  if (failure === "unknown_key") return "Unify Phone does not accept the API key of the tenant any more. Remove the integration, add it again, and enter the key that the tab Telephony connector shows now.";
  return mayPass ? `${message} It is tried again by itself.` : message;
}

function isSame({ link }: Place, now: Place | null): boolean {
  return now?.link.since.getTime() === link.since.getTime();
}

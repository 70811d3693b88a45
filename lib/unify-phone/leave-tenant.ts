/** Letting go of the tenant of an account: its service hears of it, however long that takes (UNIFY-21, UNIFY-22). */
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { endLink, UnifyPhoneError } from "./client.ts";

/** Begins it, in the transaction in which the integration or its account goes. One that was never completed may still have been linked: the answer was lost. */
export async function leaveTenant(db: Db, accountId: string): Promise<void> {
  const integration = await db.integration.findUnique({ where: { accountId_key: { accountId, key: "unify_phone" } }, select: { addedAt: true } });
  if (integration) await jobWriter(db)("unify-phone.end-link", { accountId, since: integration.addedAt.toISOString() });
}

/** The job that tells the service; where there is none, none has a link. @throws UnifyPhoneError when it can not be told now, so that the job is tried again */
export async function endLinkOf({ accountId, since }: JobPayload<"unify-phone.end-link">): Promise<void> {
  try {
    await endLink({ accountId, since: new Date(since) });
  } catch (error) {
    if (!(error instanceof UnifyPhoneError) || error.failure !== "not_connected") throw error;
  }
}

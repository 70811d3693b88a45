import { database } from "#lib/db/client.ts";
import { WINDOW_SECONDS } from "./signature.ts";

/** Forgets the messages whose time stamp would be refused anyhow: one may be as far ahead as it may be behind. */
export async function forgetBillingMessages(now: Date): Promise<void> {
  await database().prisma.billingMessage.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - 2 * WINDOW_SECONDS * 1_000) } } });
}

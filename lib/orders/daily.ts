import { forgetBillingMessages } from "#lib/billing/forget-messages.ts";
import { settleExpired } from "#lib/licenses/settle-expired.ts";
import { takeSnapshots } from "#lib/licenses/snapshots.ts";
import { remindOfExpiry } from "./remind.ts";

/** What a new day brings: licenses of expired orders are taken back, people are reminded, and the licenses are kept as they then stand. Asked for again on the same day it does what is left to do. */
export async function beginDay(now = new Date()): Promise<void> {
  await settleExpired(now);
  await remindOfExpiry(now);
  await takeSnapshots(now);
  await forgetBillingMessages(now);
}

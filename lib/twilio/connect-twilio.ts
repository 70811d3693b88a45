import type { StoredSettings } from "#lib/integrations/settings.ts";
import { invalid, OperationError } from "#lib/operations/errors.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { keepPool } from "#lib/sms-numbers/pool.ts";
import { poolEvent } from "#lib/sms-numbers/pool-event.ts";
import { readAccount, readNumbers, TwilioError } from "./client.ts";
import type { TwilioNumber } from "./client.ts";
import { credentialsOf } from "./credentials.ts";

/**
 * Asks Twilio whether credentials are right before they are kept, and reads its numbers with them (TWILIO-04, TWILIO-05).
 * @throws OperationError invalid with the fields that are wrong, peer_failed when Twilio could not be asked (INT-18)
 */
export async function connectTwilio({ account, db, emit, now }: OperationContext<"account">, { before, after }: { before: StoredSettings; after: StoredSettings }): Promise<void> {
  const numbers = await askTwilio(account.id, { before, after });
  const change = await keepPool(db, account.id, numbers, now);
  await emit(poolEvent(change));
  await db.integration.update({ where: { accountId_key: { accountId: account.id, key: "twilio" } }, data: { problem: "", checkedAt: now } });
}

async function askTwilio(accountId: string, { before, after }: { before: StoredSettings; after: StoredSettings }): Promise<TwilioNumber[]> {
  const credentials = credentialsOf(accountId, after);
  try {
    const { isActive } = await readAccount(credentials);
    if (!isActive) throw invalid("This Twilio account is suspended. Twilio's support can reactivate it.", "settings.accountSid");
    return await readNumbers(credentials);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    if (error.failure !== "credentials") throw new OperationError("peer_failed", `${error.message} Nothing has been changed.`);
    // Twilio does not tell which of the two is wrong; a SID that it has accepted before is not.
    const wrong = before["accountSid"] === after["accountSid"] && before["authToken"] !== undefined ? ["authToken"] : ["accountSid", "authToken"];
    throw new OperationError("invalid", error.message, wrong.map((field) => ({ path: `settings.${field}`, message: error.message })));
  }
}

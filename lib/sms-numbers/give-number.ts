import type { Db } from "#lib/db/client.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import type { AccountInView } from "#lib/operations/actor.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { lockPool } from "./pool.ts";

/**
 * Makes sure that a user can be given a number, and that it stays so until the transaction ends (USER-23).
 * @param taken the sentence for a number that another user has
 * @throws OperationError about the field `smsNumber`
 */
export async function assertGivable(db: Db, account: AccountInView, number: string, taken: string): Promise<void> {
  if (!isInUse(account.integrations, "twilio", "user_numbers")) {
    throw invalid("SMS numbers can be given to users once the integration Twilio and its option “User Numbers” are enabled.", "smsNumber");
  }
  await lockPool(db, account.id);
  await holdIntegration(db, account.id, "twilio");
  const [found] = await db.$queryRaw<{ micollab: boolean; gone: boolean; held: boolean }[]>`
    select n.micollab, n.gone_at is not null as gone, exists (select 1 from users u where u.account_id = n.account_id and u.sms_number = n.number) as held
      from sms_numbers n where n.account_id = ${account.id}::uuid and n.number = ${number}`;
  if (!found || found.gone) throw invalid("The account's Twilio has no such SMS number.", "smsNumber");
  if (found.micollab) throw invalid("This number is used for MiCollab.", "smsNumber");
  if (found.held) throw conflict(taken, "smsNumber");
}

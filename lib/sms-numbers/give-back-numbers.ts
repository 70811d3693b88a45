import type { Db } from "#lib/db/client.ts";
import type { RemovalContext } from "#lib/integrations/removal-context.ts";
import { giveToMicollab } from "./micollab-numbers.ts";
import { lockPool } from "./pool.ts";

/** Takes the numbers from users and MiCollab when Twilio goes, and forgets the pool; each user's event tells of it. */
export async function giveBackNumbers(db: Db, accountId: string, { emit, askedBy, now }: RemovalContext): Promise<Record<string, number>> {
  await lockPool(db, accountId);
  const users = await db.$queryRaw<{ id: string; name: string; number: string }[]>`
    with held as (select id, sms_number as number from users where account_id = ${accountId}::uuid and sms_number is not null order by id for update)
    update users u set sms_number = null, version = u.version + 1, modified_at = ${now}::timestamptz, modified_by = ${askedBy.name}
      from held h where u.account_id = ${accountId}::uuid and u.id = h.id
    returning u.id::text, u.name, h.number`;
  const ofMicollab = await db.smsNumber.count({ where: { accountId, micollab: true } });
  const { count } = await db.smsNumber.deleteMany({ where: { accountId } });
  await emit(users.map((user) => ({ action: "Unassign", asset: { kind: "user", id: user.id, name: user.name }, changes: [{ property: "smsNumber", before: user.number, after: "" }] })));
  // Last: what MiCollab was told can not be taken back.
  if (ofMicollab > 0) await giveToMicollab(db, accountId, []);
  return { smsNumbers: count, users: users.length };
}

/** The pool of an account: the numbers of its Twilio that can send SMS. */
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { TwilioNumber } from "#lib/twilio/client.ts";

/** Lets changes to who has which number of an account come one after the other, until the transaction ends. Taken before the integration is held and before any user is locked. */
export async function lockPool(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`sms numbers ${accountId}`}, 0))`;
}

/** The numbers that came, went and came back; what somebody still has is kept when it is gone. */
export type PoolChange = { added: string[]; gone: string[]; back: string[] };

/** Makes the pool what Twilio lists, in four statements however many numbers there are. */
export async function keepPool(db: Db, accountId: string, listed: readonly TwilioNumber[], now: Date): Promise<PoolChange> {
  await lockPool(db, accountId);
  const able = [...new Map(listed.filter(({ canSms }) => canSms).map((each) => [each.number, each])).values()];
  const numbers = able.map(({ number }) => number);
  const rows = JSON.stringify(able.map(({ number, friendlyName }) => ({ id: newId(), number, friendly_name: friendlyName })));
  const back = await db.$queryRaw<{ number: string }[]>`
    update sms_numbers set gone_at = null where account_id = ${accountId}::uuid and gone_at is not null and number = any(${numbers}::text[]) returning number`;
  const added = await db.$queryRaw<{ number: string; is_new: boolean }[]>`
    insert into sms_numbers as s (account_id, id, number, friendly_name, added_at)
    select ${accountId}::uuid, n.id, n.number, n.friendly_name, ${now}::timestamptz from json_to_recordset(${rows}::json) as n (id uuid, number text, friendly_name text)
    on conflict (account_id, number) do update set friendly_name = excluded.friendly_name where s.friendly_name <> excluded.friendly_name
    returning number, xmax = 0 as is_new`;
  const dropped = await db.$queryRaw<{ number: string }[]>`
    delete from sms_numbers s where s.account_id = ${accountId}::uuid and s.number <> all(${numbers}::text[]) and not s.micollab
       and not exists (select 1 from users u where u.account_id = s.account_id and u.sms_number = s.number) returning number`;
  const missed = await db.$queryRaw<{ number: string }[]>`
    update sms_numbers set gone_at = ${now}::timestamptz where account_id = ${accountId}::uuid and gone_at is null and number <> all(${numbers}::text[]) returning number`;
  return { added: added.filter(({ is_new }) => is_new).map(({ number }) => number), gone: [...dropped, ...missed].map(({ number }) => number), back: back.map(({ number }) => number) };
}

import type { Db } from "#lib/db/client.ts";
import type { Attributes } from "./attributes.ts";
import { numbersOf, workEmailOf } from "./portal-user.ts";
import { ScimRefusal } from "./refusal.ts";

/**
 * Lets what directories write into an account come one after the other until the transaction ends: of two users with the same
 * number the second then sees the first.
 */
export async function lockDirectory(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`scim ${accountId}`}, 0))`;
}

/**
 * Refuses what another user of the account has: user name, login name, address or a telephone number (SCIM-14, OP 40, OP 42).
 * Who was deleted here and only stays listed holds none of them.
 * @param userId of the user whose own they may be
 * @throws ScimRefusal uniqueness that names the attribute (SCIMAPI-11)
 */
export async function refuseTaken(db: Db, accountId: string, userId: string | null, attributes: Attributes): Promise<void> {
  const key = (attributes.userName ?? "").toLowerCase();
  const email = workEmailOf(attributes).trim().toLowerCase();
  const [row] = await db.$queryRaw<{ attribute: string }[]>`
    with others as (
      select u.account_id, u.id, u.email, s.user_id is not null as sent
        from users u left join scim_users s on s.account_id = u.account_id and s.user_id = u.id
       where u.account_id = ${accountId}::uuid and u.id is distinct from ${userId}::uuid and (u.disabled_at is null or s.user_id is not null))
    select 'userName' as attribute, 1 as place where exists (
      select from scim_users s where s.account_id = ${accountId}::uuid and s.user_name_key = ${key} and s.user_id is distinct from ${userId}::uuid)
    union all
    select 'userName', 2 where exists (select from others o where o.email = ${key} and not o.sent)
    union all
    select 'userName', 3 where exists (
      select from users u where u.account_id = ${accountId}::uuid and u.login_id = any(${[attributes.userName ?? "", key]}) and u.id is distinct from ${userId}::uuid)
    union all
    select 'emails[type eq "work"].value', 4 where exists (select from others o where o.email = ${email})
    order by place limit 1`;
  if (row) throw taken(row.attribute);
  await refuseTakenNumber(db, accountId, userId, attributes);
}

/** Extensions are not looked at: none of them is in E.164 form, and nothing else is taken from a directory. */
async function refuseTakenNumber(db: Db, accountId: string, userId: string | null, attributes: Attributes): Promise<void> {
  const numbers = numbersOf(attributes);
  if (numbers.length === 0) return;
  const [row] = await db.$queryRaw<{ number: string }[]>`
    select wanted.number from unnest(${numbers}::text[]) as wanted (number)
     where exists (select from scim_users s where s.account_id = ${accountId}::uuid and s.numbers @> array[wanted.number] and s.user_id is distinct from ${userId}::uuid)
        or exists (select from users u where u.account_id = ${accountId}::uuid and u.mobile_number <> '' and regexp_replace(u.mobile_number, '[^0-9+]', '', 'g') = wanted.number and u.id is distinct from ${userId}::uuid)
        or exists (select from services s where s.account_id = ${accountId}::uuid and s.number = wanted.number and s.user_id is distinct from ${userId}::uuid)
     limit 1`;
  if (!row) return;
  const holder = attributes.phoneNumbers?.find((item) => item["value"] === row.number);
  throw taken(`phoneNumbers[type eq "${String(holder?.["type"])}"].value`);
}

function taken(attribute: string): ScimRefusal {
  return new ScimRefusal("uniqueness", `The value of ${attribute} is already in use by another user of the account.`);
}

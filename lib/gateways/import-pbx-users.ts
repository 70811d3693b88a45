/**
 * From users of the PBX to users of the account. Whose address is missing or shared can not register, so they wait on the PBX's
 * list until it is corrected there (GW-34, GW-41).
 */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/db/id.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { Emit } from "#lib/events/emit.ts";
import { followPeople } from "#lib/plans/follow-people.ts";
import { countUsers } from "#lib/users/count-users.ts";

const BY = "PBX synchronization";

type Person = { id: string; email: string; firstName: string; lastName: string; name: string; extension: string };

// What every address of a user of the account looks like.
const HAS_ADDRESS = Prisma.sql`p.email ~ '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' and not p.shared`;
const PERSON = Prisma.sql`p.email, p.first_name as "firstName", p.last_name as "lastName", p.name, p.extension`;

/** Adds those who are not users of the account yet; who is one by the same address is linked. Gives how many were added. */
export async function addPbxUsers(db: Db, accountId: string, now: Date, emit: Emit): Promise<number> {
  await linkByAddress(db, accountId);
  const waiting = await db.$queryRaw<Omit<Person, "id">[]>`
    select ${PERSON} from pbx_users p where p.account_id = ${accountId}::uuid and p.user_id is null and ${HAS_ADDRESS} order by p.email`;
  if (waiting.length === 0) {
    await emit([]);
    return 0;
  }
  const rows = JSON.stringify(waiting.map((person) => ({ id: newId(), ...person })));
  const added = await db.$queryRaw<Person[]>`
    insert into users (account_id, id, email, first_name, last_name, name, extension, role, origin, created_at, modified_at, modified_by)
    select ${accountId}::uuid, u.id, u.email, u."firstName", u."lastName", u.name, u.extension, 'user', 'pbx', ${now}, ${now}, ${BY}
      from json_to_recordset(${rows}::json) as u (id uuid, email text, "firstName" text, "lastName" text, name text, extension text)
     order by u.email
    on conflict (account_id, email) do nothing
    returning id::text, email, first_name as "firstName", last_name as "lastName", name, extension`;
  await linkByAddress(db, accountId);
  await emit(added.map(({ id, ...user }) => ({ action: "Add", asset: { kind: "user", id, name: user.name }, changes: changesBetween<Record<string, unknown>>({}, { ...user, origin: "pbx" }) })));
  await countUsers(db, accountId, added.length);
  return added.length;
}

async function linkByAddress(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`
    update pbx_users p set user_id = u.id
      from users u
     where p.account_id = ${accountId}::uuid and u.account_id = p.account_id and u.email = p.email and ${HAS_ADDRESS}
       and (p.user_id is null or not exists (select 1 from users gone where gone.account_id = p.account_id and gone.id = p.user_id))`;
}

type Changed = { id: string; before: Omit<Person, "id">; after: Omit<Person, "id"> };

/** Brings the users who come from the PBX to what it says of them now; an address that another user has stays with that one. Gives how many were changed. */
export async function updatePbxUsers(db: Db, accountId: string, now: Date, emit: Emit): Promise<number> {
  const changed = await db.$queryRaw<Changed[]>`
    with pairs as materialized (
      select u.id, u.email, u.first_name, u.last_name, u.name, u.extension, p.first_name as first_now, p.last_name as last_now, p.name as name_now, p.extension as extension_now,
             case when ${HAS_ADDRESS} and not exists (select 1 from users o where o.account_id = ${accountId}::uuid and o.email = p.email) then p.email else u.email end as email_now
        from pbx_users p join users u on u.account_id = ${accountId}::uuid and u.id = p.user_id and u.origin = 'pbx'
       where p.account_id = ${accountId}::uuid)
    select id::text, json_build_object('email', email, 'firstName', first_name, 'lastName', last_name, 'name', name, 'extension', extension) as before,
           json_build_object('email', email_now, 'firstName', first_now, 'lastName', last_now, 'name', name_now, 'extension', extension_now) as after
      from pairs
     where (email, first_name, last_name, name, extension) is distinct from (email_now, first_now, last_now, name_now, extension_now)`;
  if (changed.length === 0) return 0;
  const rows = JSON.stringify(changed.map(({ id, after }) => ({ id, ...after })));
  await db.$executeRaw`
    update users u set email = w.email, first_name = w."firstName", last_name = w."lastName", name = w.name, extension = w.extension, version = u.version + 1, modified_at = ${now}, modified_by = ${BY}
      from json_to_recordset(${rows}::json) as w (id uuid, email text, "firstName" text, "lastName" text, name text, extension text)
     where u.account_id = ${accountId}::uuid and u.id = w.id`;
  await followPeople(db, accountId, changed.map(({ id, before, after }) => ({ userId: id, before, after })));
  await emit(changed.map(({ id, before, after }) => ({ action: "Edit", asset: { kind: "user", id, name: after.name }, changes: changesBetween<Record<string, unknown>>(before, after) })));
  return changed.length;
}

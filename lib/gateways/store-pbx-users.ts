/** The users of the PBX as they were delivered, in sets. */
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { PbxPerson } from "#lib/provisioning/adapters/cloudlink-gateway.ts";

/**
 * Puts what the PBX delivers in the place of what it delivered before; who is linked to a user of the account stays so.
 * Three statements, however many users (GW-34, GW-40).
 */
export async function storePbxUsers(db: Db, accountId: string, people: PbxPerson[]): Promise<void> {
  const rows = JSON.stringify(people.map(({ id: pbx_key, firstName: first_name, lastName: last_name, extension, email, name }) => ({ id: newId(), pbx_key, first_name, last_name, extension, email: email.trim().toLowerCase(), name: name.trim() || `${first_name} ${last_name}`.trim() || extension })));
  await db.$executeRaw`
    delete from pbx_users where account_id = ${accountId}::uuid
       and pbx_key not in (select p.pbx_key from json_to_recordset(${rows}::json) as p (pbx_key text))`;
  await db.$executeRaw`
    insert into pbx_users (account_id, id, pbx_key, name, first_name, last_name, extension, email)
    select ${accountId}::uuid, p.id, p.pbx_key, p.name, p.first_name, p.last_name, p.extension, p.email
      from json_to_recordset(${rows}::json) as p (id uuid, pbx_key text, name text, first_name text, last_name text, extension text, email text)
     order by p.pbx_key
    on conflict (account_id, pbx_key) do update
       set name = excluded.name, first_name = excluded.first_name, last_name = excluded.last_name, extension = excluded.extension, email = excluded.email`;
  await db.$executeRaw`
    update pbx_users p set shared = c.shared
      from (select id, email <> '' and count(*) over (partition by email) > 1 as shared from pbx_users where account_id = ${accountId}::uuid) c
     where p.account_id = ${accountId}::uuid and p.id = c.id and p.shared <> c.shared`;
}

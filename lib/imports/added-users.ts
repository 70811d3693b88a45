/** The users that an import has added, as far as they are still there: which can be taken back, and which have begun a life of their own. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { KeptUsers } from "./schemas.ts";

const NAMED = 20;

// What a user has on a phone system would be left behind there (pains 24), and a run that is under way would have nobody to work on.
const HAS_SERVICES = Prisma.sql`(
  exists (select 1 from services s where s.account_id = u.account_id and s.user_id = u.id)
  or exists (select 1 from provisioning_runs p where p.account_id = u.account_id and p.user_id = u.id and p.status in ('queued', 'running', 'waiting', 'rolling_back')))`;

const REMOVABLE = Prisma.sql`u.registered_at is null and u.origin = 'import' and not ${HAS_SERVICES}`;

function ofImport(accountId: string, importId: string): Prisma.Sql {
  return Prisma.sql`u.account_id = ${accountId}::uuid and u.import_id = ${importId}::uuid`;
}

/** How many users taking the import back would delete. */
export async function countRemovable(db: Db, accountId: string, importId: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`select count(*)::int as count from users u where ${ofImport(accountId, importId)} and ${REMOVABLE}`;
  return row.count;
}

/** Who would stay, and why, with the first of each by name. */
export async function findKept(db: Db, accountId: string, importId: string): Promise<KeptUsers[]> {
  return db.$queryRaw<KeptUsers[]>`
    select case when u.registered_at is not null then 'registered' when ${HAS_SERVICES} then 'services' else 'other_source' end as reason, count(*)::int as count,
           (array_agg(u.name order by u.name_key, u.id))[1:${NAMED}] as examples
      from users u
     where ${ofImport(accountId, importId)} and not (${REMOVABLE})
     group by 1
     order by 1`;
}

export type DeletedUser = { id: string; name: string; email: string };

/** Deletes up to `limit` of those that can be deleted; fewer than that are left when none is given. */
export async function deleteRemovable(db: Db, accountId: string, importId: string, limit: number): Promise<DeletedUser[]> {
  return db.$queryRaw<DeletedUser[]>`
    delete from users u
     where u.account_id = ${accountId}::uuid and ${REMOVABLE}
       and u.id = any(array(select u.id from users u where ${ofImport(accountId, importId)} and ${REMOVABLE} order by u.id limit ${limit}))
    returning u.id::text, u.name, u.email`;
}

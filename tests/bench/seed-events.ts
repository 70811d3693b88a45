/** A long history, made by the database itself: a year of months, each filled before its indexes are made. */
import type pg from "pg";

const KINDS = ["user", "session", "phone", "template", "user_import", "account", "network_element"];
const ACTIONS = ["Edit", "Add", "Sign in", "Delete", "Send"];
const MONTHS = 12;

/** Of a hundred thousand assets and two thousand actors; one event in twenty thousand is a cancelled job. */
const FILL = `
  insert into %TABLE% (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_id, actor_account_id, actor_name, actor_role, origin, changes, details, log_tags, correlation_id)
  select $1, uuidv7(), $2::timestamptz + n * ($3::timestamptz - $2::timestamptz) / ($5::int + 1), kind || 's.change', case when rare then 'Cancel' else action end, case when rare then 'bulk_job' else kind end,
         md5(asset::text)::uuid::text, 'Asset ' || substr(md5(asset::text), 1, 8), md5(actor::text)::uuid, $1, (array['Mara Lindqvist', 'Ada Brandt', 'Emeka Nwosu', 'Noor Haas'])[1 + actor % 4] || ' ' || actor, 'account_admin', 'session',
         case when n % 2 = 0 then '[{"property": "macAddress", "before": "08000F000001", "after": "08000F000002"}]'::jsonb else '[]' end, '{"zone": 1}', kind || ' ' || lower(action) || ' session', uuidv7()
    from (select n, hashint4(n + $4::int) & 65535 as mixed from generate_series(1, $5::int) n) as numbers,
         lateral (select (hashint4(n * 7 + $4::int) & 2147483647) % 100000 as asset, mixed % 2000 as actor, ($6::text[])[1 + mixed % cardinality($6::text[])] as kind, ($7::text[])[1 + (mixed / 64) % cardinality($7::text[])] as action, n % 20000 = 0 as rare) as drawn`;

/** Adds events to an account, spread over the year before this month. They are not chained: nobody wrote them. */
export async function seedEvents(pool: pg.Pool, accountId: string, count: number): Promise<void> {
  const now = new Date();
  for (let ago = MONTHS; ago >= 1; ago -= 1) {
    const [from, to] = [ago, ago - 1].map((months) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString());
    const table = `events_${from!.slice(0, 7).replace("-", "_")}`;
    await pool.query(`create table ${table} (like events including defaults including constraints)`);
    await pool.query(FILL.replace("%TABLE%", table), [accountId, from, to, ago * 1_000_000, Math.round(count / MONTHS), KINDS, ACTIONS]);
    await pool.query(`alter table events attach partition ${table} for values from ('${from}') to ('${to}')`);
  }
  await pool.query("vacuum (analyze) events");
  await pool.query("checkpoint");
}

/** The floor of the history: the same rows by the same indexes, asked for with prepared statements through `pg`, and COPY for a file. */
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

const COLUMNS = "id, at, operation, action, asset_kind, asset_id, asset_name, actor_id, actor_account_id, actor_name, actor_role, origin, changes, details, log_tags, correlation_id";
const SEARCHED = "lower(actor_name || ' ' || asset_name || ' ' || operation || ' ' || log_tags)";

/** What follows the account in the condition; a value is the second parameter. */
const CONDITIONS: Record<string, string> = {
  list: "",
  action: "and action = $2",
  kind: "and asset_kind = $2",
  actor: "and actor_id = $2::uuid",
  asset: "and asset_id = $2",
  since: "and at < $2::timestamptz",
  search: `and ${SEARCHED} like '%' || lower($2) || '%'`,
};

/** A page of events, and their number up to ten thousand. */
export async function eventPage(pool: pg.Pool, name: string, accountId: string, value: string | null): Promise<unknown> {
  const where = CONDITIONS[name]!;
  const values = value === null ? [accountId] : [accountId, value];
  // A plan that is made once for all texts walks the whole history for a rare one.
  const kept = (statement: string) => (name === "search" ? {} : { name: `events_${name}${statement}` });
  const page = pool.query({ ...kept(""), text: `select ${COLUMNS} from events where account_id = $1 ${where} order by at desc, id desc limit 50`, values });
  const total = pool.query({ ...kept("_total"), text: `select count(*)::int as total from (select from events where account_id = $1 ${where} limit 10001) as matches`, values });
  return { items: (await page).rows, total: (await total).rows[0].total };
}

/** Events since a moment as a csv file. */
export async function eventFile(pool: pg.Pool, accountId: string, since: string, response: ServerResponse): Promise<void> {
  const client = await pool.connect();
  try {
    const query = `select ${COLUMNS} from events where account_id = ${client.escapeLiteral(accountId)} and at >= ${client.escapeLiteral(since)} order by at desc, id desc`;
    await pipeline(client.query(copyTo(`copy (${query}) to stdout (format csv, header)`)), response);
  } finally {
    client.release();
  }
}

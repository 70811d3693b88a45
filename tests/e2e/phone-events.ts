/** A history to look things up in. */
import { inDatabase } from "./portal-database.ts";

/** More than two pages of events about phones, one a minute, the newest first: "Phone 1". */
export const PHONES = 120;

/** Puts the events into the history of an account. */
export async function addPhoneEvents(accountId: string): Promise<void> {
  await inDatabase(
    `insert into events (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_name, actor_role, origin, changes, details, log_tags, correlation_id)
     select $1, uuidv7(), timestamptz '2026-03-10 12:00:00Z' - n * interval '1 minute', 'phones.update', case when n % 40 = 0 then 'Delete' else 'Edit' end, 'phone', n::text, 'Phone ' || n, 'System', 'system', 'system',
            case when n % 2 = 0 then '[{"property":"macAddress","before":"08000F000001","after":"08000F000002"}]'::jsonb else '[]' end, '{"zone":1}', 'phones mivb system', uuidv7()
       from generate_series(1, $2::int) n`,
    [accountId, PHONES],
  );
}

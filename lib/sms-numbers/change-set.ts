/** Giving and taking the SMS numbers of many users, in one transaction: for all of them or for none (USER-79, OP1-34). */
import type { UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, OperationError } from "#lib/operations/errors.ts";
import type { SetAct } from "#lib/users/bulk-act.ts";
import { lockPool } from "./pool.ts";
import { NumberChange } from "./schemas.ts";

type Holder = { id: string; name: string; email: string; number: string | null };
type Changed = Holder & { now: string | null };

/** In a request: refused as a whole when there are too few numbers. */
export const changeNumbersOfSet: SetAct = async ({ db, emit, accountId, actor, now }, userIds, _, request) => {
  const { change } = NumberChange.parse(request);
  await lockPool(db, accountId);
  await holdIntegration(db, accountId, "twilio");
  const holders = await lockHolders(db, accountId, userIds);
  const numbers = change === "assign_all" ? await availableNumbers(db, accountId, userIds, holders.length) : [];
  if (change === "assign_all" && numbers.length < holders.length) throw tooFew(holders.length, numbers.length);
  const changed = holders.map((holder, place): Changed => ({ ...holder, now: numbers[place] ?? null })).filter(({ number, now: next }) => number !== next);
  await store(db, { accountId, by: actor.name, now }, changed);
  await emit(changed.map(eventOf));
  if (changed.length > 0) for (const topic of ["users", "integrations"]) await publish(db, { channel: "account", accountId, topic });
  return changed.map(({ id, name, email }): UserOutcome => ({ userId: id, name, email, outcome: "done", reason: "" }));
};

/** In a job nobody can be refused any more: when there are too few by then, or no Twilio, everybody is left out, and told of. */
export const changeNumbersOfJob: SetAct = async (context, userIds, bulkJobId, request) => {
  try {
    return await changeNumbersOfSet(context, userIds, bulkJobId, request);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const holders = await lockHolders(context.db, context.accountId, userIds);
    return holders.map(({ id, name, email }): UserOutcome => ({ userId: id, name, email, outcome: "left_out", reason: error.message }));
  }
};

/** The sentence of USER-80 (OP1-34). */
export function tooFew(users: number, available: number): OperationError {
  return conflict(`Not enough SMS numbers: ${users} ${users === 1 ? "user" : "users"} selected, ${available} ${available === 1 ? "number" : "numbers"} available`, "change");
}

/** In the order of their ids first, as everybody locks them, and then read in the order of their names. */
async function lockHolders(db: Db, accountId: string, userIds: string[]): Promise<Holder[]> {
  await db.$executeRaw`select 1 from users where account_id = ${accountId}::uuid and id = any(${userIds}::uuid[]) order by id for update`;
  return db.$queryRaw<Holder[]>`
    select id::text, name, email, sms_number as number from users where account_id = ${accountId}::uuid and id = any(${userIds}::uuid[]) order by name_key, id`;
}

/** Those that nobody has come first, then those of the users themselves, which are free as soon as they are overwritten (OP1-34). */
function availableNumbers(db: Db, accountId: string, userIds: string[], limit: number): Promise<string[]> {
  return db.$queryRaw<{ number: string }[]>`
    select n.number from sms_numbers n left join users u on u.account_id = n.account_id and u.sms_number = n.number
     where n.account_id = ${accountId}::uuid and n.gone_at is null and not n.micollab and (u.id is null or u.id = any(${userIds}::uuid[]))
     order by u.id is not null, n.number collate "C" limit ${limit}`.then((rows) => rows.map(({ number }) => number));
}

/** Taken first and given afterwards: while a statement runs, no two users may have one number. */
async function store(db: Db, { accountId, by, now }: { accountId: string; by: string; now: Date }, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const rows = JSON.stringify(changed.map(({ id, now: number }) => ({ id, number })));
  await db.$executeRaw`update users set sms_number = null where account_id = ${accountId}::uuid and id = any(${ids}::uuid[]) and sms_number is not null`;
  await db.$executeRaw`
    update users u set sms_number = c.number, version = u.version + 1, modified_at = ${now}::timestamptz, modified_by = ${by}
      from json_to_recordset(${rows}::json) as c (id uuid, number text) where u.account_id = ${accountId}::uuid and u.id = c.id`;
}

function eventOf({ id, name, number, now }: Changed): EventToWrite {
  const action = number === null ? "Assign" : now === null ? "Unassign" : "Edit";
  return { action, asset: { kind: "user", id, name }, changes: [{ property: "smsNumber", before: number ?? "", after: now ?? "" }] };
}

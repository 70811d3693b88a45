/**
 * The job that adds the valid rows of an import as users. A row leaves the preview in the transaction that adds its user, so that
 * a worker that dies in the middle, or two that work at once, add nobody twice and lose nobody (pains 6, 7).
 */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/db/id.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { countUsers } from "#lib/users/count-users.ts";
import { changeImport } from "./change-import.ts";
import { addressKey, userOf } from "./check-rows.ts";
import type { RowCells, UserToAdd } from "./check-rows.ts";
import { beginAttempt, emitFor, figure, importPath, isStillIn, publishImports, SET_SIZE, tell } from "./phases.ts";
import type { Attempt } from "./phases.ts";
import { rowConditions } from "./row-view.ts";

type Place = { accountId: string; importId: string };

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/** Adds the users of an import, set by set, and tells the person who asked how it went. */
export async function addImportedUsers({ accountId, importId }: JobPayload<"imports.upload">): Promise<void> {
  const place = { accountId, importId };
  const attempt = await beginAttempt(accountId, importId, "uploading");
  if (!attempt) return;
  const { prisma } = database();
  if (attempt.isLast) return prisma.$transaction((db) => end(db, place, attempt, "failed"));
  let after = 0;
  for (let ended = false; !ended; ) {
    ended = await prisma.$transaction(async (db) => {
      if (!(await isStillIn(db, accountId, importId, "uploading"))) {
        await end(db, place, attempt, "failed");
        return true;
      }
      const rows = await nextRows(db, place, after);
      if (rows.length === 0) {
        await end(db, place, attempt, "completed");
        return true;
      }
      after = rows.at(-1)!.position;
      await addSet(db, place, attempt, rows);
      return false;
    }, TRANSACTION);
  }
}

type Row = RowCells & { position: number };

/** Walks on by the number of the row, past what is gone already. */
async function nextRows(db: Db, { accountId, importId }: Place, after: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select r.position, r.first_name as "firstName", r.last_name as "lastName", r.name, r.email, r.role
      from user_import_rows r
     where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.valid and r.position > ${after}
     order by r.position
     limit ${SET_SIZE}`;
}

async function addSet(db: Db, { accountId, importId }: Place, { fileName, startedBy }: Attempt, rows: Row[]): Promise<void> {
  const now = new Date();
  const added = await insertUsers(db, { accountId, importId }, rows.map(userOf), startedBy.name, now);
  await emitFor(db, accountId, "imports.upload", startedBy, now, added.map((user) => eventOf(user, { importId, fileName })));
  const there = new Set(added.map((user) => user.email));
  const gone = rows.filter((row) => there.has(addressKey(row.email))).map((row) => row.position);
  // Somebody else has added a user with the address since the rows were checked.
  const taken = rows.filter((row) => !there.has(addressKey(row.email))).map((row) => row.position);
  await db.$executeRaw`delete from user_import_rows r where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.position = any(${gone}::int[])`;
  if (taken.length > 0) {
    await db.$executeRaw`update user_import_rows r set taken = true where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.position = any(${taken}::int[])`;
  }
  await changeImport(db, accountId, importId, { progress: { increment: gone.length }, addedCount: { increment: gone.length }, rowCount: { decrement: gone.length }, errorCount: { increment: taken.length } });
  // Last, since everybody who adds a user to the account waits for this row.
  await countUsers(db, accountId, gone.length);
  await publishImports(db, accountId);
  await publish(db, { channel: "account", accountId, topic: "users" });
}

type AddedUser = UserToAdd & { id: string };

/** One statement for all of them; the unique index of the addresses decides who is new. In the order of the addresses, so that two imports do not wait for each other in a circle. */
async function insertUsers(db: Db, { accountId, importId }: Place, users: UserToAdd[], by: string, now: Date): Promise<AddedUser[]> {
  const json = JSON.stringify(users.map((user) => ({ id: newId(), ...user })));
  return db.$queryRaw<AddedUser[]>`
    insert into users (account_id, id, email, first_name, last_name, name, role, origin, import_id, created_at, modified_at, modified_by)
    select ${accountId}::uuid, u.id, u.email, u."firstName", u."lastName", u.name, u.role, 'import', ${importId}::uuid, ${now}, ${now}, ${by}
      from json_to_recordset(${json}::json) as u (id uuid, email text, "firstName" text, "lastName" text, name text, role text)
     order by u.email
    on conflict (account_id, email) do nothing
    returning id::text, email, first_name as "firstName", last_name as "lastName", name, role`;
}

function eventOf({ id, ...user }: AddedUser, details: Record<string, unknown>): EventToWrite {
  return {
    action: "Add",
    asset: { kind: "user", id, name: user.name },
    changes: Object.entries(user).map(([property, after]) => ({ property, before: null, after })),
    details,
  };
}

const STOPPED = "The upload stopped before its end. The rows that were not added are all still there; press Upload again to go on.";

/** Ends the upload: with rows left it is a preview again. Does nothing when the import was cancelled meanwhile. */
async function end(db: Db, { accountId, importId }: Place, { fileName, startedBy }: Attempt, status: "completed" | "failed"): Promise<void> {
  const now = new Date();
  const [row] = await db.$queryRaw<{ added: number; row_count: number }[]>`
    with before as (
      select progress from user_imports where account_id = ${accountId}::uuid and id = ${importId}::uuid and status = 'uploading' for update)
    update user_imports set status = case when row_count > 0 then 'preview' else 'done' end, finished_at = case when row_count > 0 then null else ${now}::timestamptz end, progress = 0, progress_of = 0
      from before
     where account_id = ${accountId}::uuid and id = ${importId}::uuid
    returning before.progress as added, row_count`;
  if (!row) return;
  const left = `${figure(row.row_count)} ${status === "failed" ? "left" : row.row_count === 1 ? "needs attention" : "need attention"}`;
  await tell(db, startedBy, now, {
    status,
    title: `Import of ${fileName}: ${figure(row.added)} added${row.row_count > 0 ? `, ${left}` : ""}`,
    body: status === "failed" ? STOPPED : "The added users get no welcome e-mail until you send it.",
    link: importPath(accountId, importId),
    details: { added: row.added, left: row.row_count },
  });
  await publishImports(db, accountId);
}

/** The job that takes an import back. Whom it has deleted is gone, so that run again it goes on with the others. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { countUsers } from "#lib/users/count-users.ts";
import { changeImport } from "./change-import.ts";
import { deleteRemovable, findKept } from "./added-users.ts";
import { countErrors, markTaken } from "./compare-rows.ts";
import { beginAttempt, emitFor, figure, importPath, isStillIn, publishImports, SET_SIZE, tell } from "./phases.ts";
import type { Attempt } from "./phases.ts";

type Place = { accountId: string; importId: string };

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/** Deletes the users of an import who can be deleted, set by set, and says who was kept. */
export async function removeImportedUsers({ accountId, importId }: JobPayload<"imports.undo">): Promise<void> {
  const place = { accountId, importId };
  const attempt = await beginAttempt(accountId, importId, "undoing");
  if (!attempt) return;
  const { prisma } = database();
  if (attempt.isLast) return prisma.$transaction((db) => end(db, place, attempt, "failed"));
  for (let ended = false; !ended; ) {
    ended = await prisma.$transaction(async (db) => {
      if (!(await isStillIn(db, accountId, importId, "undoing"))) {
        await end(db, place, attempt, "failed");
        return true;
      }
      const removed = await removeSet(db, place, attempt);
      if (removed === 0) await end(db, place, attempt, "completed");
      return removed === 0;
    }, TRANSACTION);
  }
}

async function removeSet(db: Db, { accountId, importId }: Place, { startedBy, fileName }: Attempt): Promise<number> {
  const removed = await deleteRemovable(db, accountId, importId, SET_SIZE);
  if (removed.length === 0) return 0;
  const details = { importId, fileName };
  await emitFor(db, accountId, "imports.undo", startedBy, new Date(), removed.map(({ id, name, email }) => ({ action: "Delete", asset: { kind: "user", id, name }, changes: [{ property: "email", before: email, after: null }], details })));
  await changeImport(db, accountId, importId, { progress: { increment: removed.length }, removedCount: { increment: removed.length } });
  await countUsers(db, accountId, -removed.length);
  await publishImports(db, accountId);
  await publish(db, { channel: "account", accountId, topic: "users" });
  return removed.length;
}

const STOPPED = "It stopped before its end. Start it again to go on.";

async function end(db: Db, { accountId, importId }: Place, { fileName, startedBy }: Attempt, status: "completed" | "failed"): Promise<void> {
  const now = new Date();
  const kept = await findKept(db, accountId, importId);
  const [row] = await db.$queryRaw<{ removed: number }[]>`
    with before as (
      select progress from user_imports where account_id = ${accountId}::uuid and id = ${importId}::uuid and undo = 'working' for update)
    update user_imports set undo = ${status === "completed" ? "done" : "none"}, kept = ${JSON.stringify(kept)}::jsonb, progress = 0, progress_of = 0
      from before
     where account_id = ${accountId}::uuid and id = ${importId}::uuid
    returning before.progress as removed`;
  if (!row) return;
  // Rows that were left because these users had their addresses can be uploaded now.
  await markTaken(db, accountId, importId);
  await countErrors(db, accountId, importId);
  const stay = kept.reduce((sum, { count }) => sum + count, 0);
  await tell(db, startedBy, now, {
    status,
    title: `Import of ${fileName} taken back: ${figure(row.removed)} ${row.removed === 1 ? "user" : "users"} deleted${stay > 0 ? `, ${figure(stay)} kept` : ""}`,
    body: status === "failed" ? STOPPED : stay > 0 ? "Who has registered or has services on a phone system was kept." : "",
    link: importPath(accountId, importId),
    details: { deleted: row.removed, kept },
  });
  await publishImports(db, accountId);
}

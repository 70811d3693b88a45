/** The job that reads an uploaded file into the rows of its preview. Run again after a crash, it finds what it wrote and goes on. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { readSpreadsheetInBatches } from "#lib/spreadsheets/read-spreadsheet.ts";
import type { SpreadsheetBatch } from "#lib/spreadsheets/schemas.ts";
import { changeImport } from "./change-import.ts";
import { problemsOf } from "./check-rows.ts";
import { countErrors, markAllDuplicates, markTaken } from "./compare-rows.ts";
import { deleteRows } from "./delete-rows.ts";
import { beginAttempt, importPath, isStillIn, publishImports, SET_SIZE, tell } from "./phases.ts";
import type { Attempt } from "./phases.ts";
import { rowReader } from "./row-reader.ts";
import type { ReadRow } from "./row-reader.ts";
import { MAX_IMPORT_BYTES } from "./schemas.ts";
import type { ImportWarning } from "./schemas.ts";

type Place = { accountId: string; importId: string };

/** Thrown to end the reading before the end of the file: it can not be used, or the import was cancelled meanwhile. */
class StopReading extends Error {}

const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };

const FAILED = "The file could not be read because of a fault on our side. It was not your mistake; please upload it again.";

/** Reads the file of an import, set by set, and puts its rows up for review. */
export async function readImportFile({ accountId, importId }: JobPayload<"imports.read">): Promise<void> {
  const place = { accountId, importId };
  const attempt = await beginAttempt(accountId, importId, "reading");
  if (!attempt) return;
  if (attempt.isLast) return refuse(place, attempt, FAILED);
  const { file } = await database().prisma.userImport.findUniqueOrThrow({ where: { accountId_id: { accountId, id: importId } }, select: { file: true } });
  const reader = rowReader(attempt.fileName);
  const refused = await readSpreadsheetInBatches(file!, attempt.fileName, { batchSize: SET_SIZE, limits: { maxBytes: MAX_IMPORT_BYTES } }, async (batch) => {
    const rows = reader.read(batch);
    if (reader.isRefused()) throw new StopReading();
    await keep(place, batch, rows);
  }).catch((error: unknown) => {
    if (error instanceof StopReading) return "stopped" as const;
    throw error;
  });
  const refusal = refused !== "stopped" && refused ? refused.message : reader.refusal();
  if (refusal) await refuse(place, attempt, refusal);
  else if (refused === null) await finish(place, reader.warnings());
}

async function keep({ accountId, importId }: Place, { progress }: SpreadsheetBatch, rows: ReadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map((row) => ({ ...row, errors: problemsOf(row) })));
  await database().prisma.$transaction(async (db) => {
    if (!(await isStillIn(db, accountId, importId, "reading"))) throw new StopReading();
    await db.$executeRaw`
      insert into user_import_rows (account_id, import_id, position, first_name, last_name, name, email, role, errors)
      select ${accountId}::uuid, ${importId}::uuid, r.position, r."firstName", r."lastName", r.name, r.email, r.role, r.errors
        from json_to_recordset(${json}::json) as r (position int, "firstName" text, "lastName" text, name text, email text, role text, errors text[])
      on conflict do nothing`;
    const done = rows.at(-1)!.count;
    await changeImport(db, accountId, importId, { progress: done, progressOf: Math.round(done / progress) });
    await publishImports(db, accountId);
  }, TRANSACTION);
}

async function finish({ accountId, importId }: Place, warnings: ImportWarning[]): Promise<void> {
  await database().prisma.$transaction(async (db) => {
    if (!(await isStillIn(db, accountId, importId, "reading"))) return;
    await markAllDuplicates(db, accountId, importId);
    await markTaken(db, accountId, importId);
    const rowCount = await db.userImportRow.count({ where: { accountId, importId } });
    // The rows are the file from here on.
    await changeImport(db, accountId, importId, { status: "preview", file: null, rowCount, warnings, progress: 0, progressOf: 0 });
    await countErrors(db, accountId, importId);
    await publishImports(db, accountId);
  }, TRANSACTION);
}

async function refuse({ accountId, importId }: Place, { fileName, startedBy }: Attempt, refusal: string): Promise<void> {
  const now = new Date();
  await database().prisma.$transaction(async (db: Db) => {
    const { count } = await db.userImport.updateMany({ where: { accountId, id: importId, status: "reading" }, data: { status: "refused", refusal, file: null, progress: 0, progressOf: 0, finishedAt: now } });
    if (count === 0) return;
    await deleteRows(db, accountId, importId);
    await tell(db, startedBy, now, { status: "failed", title: `Import of ${fileName}: the file can not be used`, body: refusal, link: importPath(accountId, importId) });
    await publishImports(db, accountId);
  });
}

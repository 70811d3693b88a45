/** Correcting the rows of a preview: each change works out anew the row itself, and of the others only those that share its address. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { z } from "zod";
import { changeImport } from "./change-import.ts";
import { addressKey, NO_CELLS, problemsOf, tidyCells } from "./check-rows.ts";
import type { RowCells } from "./check-rows.ts";
import { countErrors, markDuplicatesOf } from "./compare-rows.ts";
import { readImport } from "./import-view.ts";
import { lockPreview } from "./lock-import.ts";
import { readRows, rowConditions } from "./row-view.ts";
import { AddImportRowInput, IMPORT_FIELDS, RowChange, UpdateImportRowInput } from "./schemas.ts";

const DRAFT = "A row of a preview is a draft; the user that comes of it has an event of its own.";

/** Rows that share an address with the changed one and are given back with it: as many as a page of them can show. */
const GIVEN_BACK = 200;

/** Corrects cells of a row in place (IMPORT-15, IMPORT-17). */
export const updateImportRow = operation({
  name: "imports.update-row",
  summary: "Correct a row of an import",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  unrecorded: DRAFT,
  input: UpdateImportRowInput,
  output: RowChange,
  http: { method: "PATCH", path: "/accounts/{accountId}/imports/{importId}/rows/{position}" },
  async run({ account, db }, { importId, position, version, ...given }) {
    await lockPreview(db, account.id, importId);
    const before = await readCells(db, account.id, importId, position);
    if (before.version !== version) throw conflict("Somebody else has changed this row meanwhile. Reload the page to see the change; what you typed has not been saved.");
    const cells = tidyCells(withGiven(before, given));
    await db.$executeRaw`
      update user_import_rows r
         set first_name = ${cells.firstName}, last_name = ${cells.lastName}, name = ${cells.name}, email = ${cells.email}, role = ${cells.role},
             errors = ${problemsOf(cells)}::text[], taken = ${await isTaken(db, account.id, cells)}, duplicate = false, version = r.version + 1
       where ${Prisma.join(rowConditions(account.id, importId), " and ")} and r.position = ${position}`;
    return settle(db, account.id, importId, position, [before.email, cells.email]);
  },
});

/** Adds a row for one more user; empty, it is in error until it is filled in (IMPORT-19). */
export const addImportRow = operation({
  name: "imports.add-row",
  summary: "Add a row to an import",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  unrecorded: DRAFT,
  input: AddImportRowInput,
  output: RowChange,
  http: { method: "POST", path: "/accounts/{accountId}/imports/{importId}/rows" },
  async run({ account, db }, { importId, ...given }) {
    await lockPreview(db, account.id, importId);
    const cells = tidyCells(withGiven(NO_CELLS, given));
    const [{ position }] = await db.$queryRaw<[{ position: number }]>`
      insert into user_import_rows (account_id, import_id, position, first_name, last_name, name, email, role, errors, taken)
      select ${account.id}::uuid, ${importId}::uuid, coalesce(max(r.position), 1) + 1,
             ${cells.firstName}, ${cells.lastName}, ${cells.name}, ${cells.email}, ${cells.role}, ${problemsOf(cells)}::text[], ${await isTaken(db, account.id, cells)}
        from user_import_rows r where ${Prisma.join(rowConditions(account.id, importId), " and ")}
      returning position`;
    await countRows(db, account.id, importId, 1);
    return settle(db, account.id, importId, position, [cells.email]);
  },
});

/** Takes a row out of the preview (IMPORT-18). */
export const deleteImportRow = operation({
  name: "imports.delete-row",
  summary: "Remove a row from an import",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  unrecorded: DRAFT,
  input: z.object({ importId: z.uuid(), position: z.coerce.number().int() }),
  output: RowChange,
  http: { method: "DELETE", path: "/accounts/{accountId}/imports/{importId}/rows/{position}" },
  async run({ account, db }, { importId, position }) {
    await lockPreview(db, account.id, importId);
    const [deleted] = await db.$queryRaw<{ email: string }[]>`
      delete from user_import_rows r
       where ${Prisma.join(rowConditions(account.id, importId), " and ")} and r.position = ${position}
      returning r.email`;
    if (!deleted) throw notFound("The row");
    await countRows(db, account.id, importId, -1);
    return settle(db, account.id, importId, position, [deleted.email]);
  },
});

async function readCells(db: Db, accountId: string, importId: string, position: number): Promise<RowCells & { version: number }> {
  const [row] = await db.$queryRaw<(RowCells & { version: number })[]>`
    select r.first_name as "firstName", r.last_name as "lastName", r.name, r.email, r.role, r.version
      from user_import_rows r
     where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.position = ${position}`;
  if (!row) throw notFound("The row");
  return row;
}

function withGiven(before: RowCells, given: Partial<RowCells>): RowCells {
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, given[field] ?? before[field]])) as RowCells;
}

async function isTaken(db: Db, accountId: string, { email }: RowCells): Promise<boolean> {
  return (await db.user.count({ where: { accountId, email: addressKey(email) } })) > 0;
}

async function countRows(db: Db, accountId: string, importId: string, change: number): Promise<void> {
  await changeImport(db, accountId, importId, { rowCount: { increment: change } });
}

/** Brings in order what depends on a changed row, and gives the rows that may look different now, the changed one first. */
async function settle(db: Db, accountId: string, importId: string, position: number, addresses: string[]): Promise<RowChange> {
  const keys = [...new Set(addresses.map(addressKey))].filter((key) => key !== "");
  await markDuplicatesOf(db, accountId, importId, keys);
  await countErrors(db, accountId, importId);
  const sharing = await db.$queryRaw<{ position: number }[]>`
    select r.position from user_import_rows r
     where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.email_key <> '' and r.email_key = any(${keys}::text[])
     order by r.position limit ${GIVEN_BACK}`;
  const rows = await readRows(db, accountId, importId, [position, ...sharing.map((row) => row.position)]);
  return { import: await readImport(db, accountId, importId), rows: rows.toSorted((a, b) => Number(b.position === position) - Number(a.position === position)) };
}

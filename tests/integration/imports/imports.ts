/** Steps that the tests of imports share: a file goes in as over the API, and the jobs are done as the worker does them. */
import { database } from "#lib/db/client.ts";
import { addImport } from "#lib/imports/add-import.ts";
import { addImportedUsers } from "#lib/imports/add-imported-users.ts";
import { findImportRows } from "#lib/imports/find-import-rows.ts";
import { readImportFile } from "#lib/imports/read-import-file.ts";
import type { ImportRowPage, ImportRowView } from "#lib/imports/schemas.ts";
import { uploadImport } from "#lib/imports/upload-import.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aCsvOf } from "#tests/builders/spreadsheets.ts";
import type { UserRow } from "#tests/builders/spreadsheets.ts";

export type Desk = { partner: SignedIn; accountId: string; resolved: Resolved };

/** A partner who looks at a customer account without users. */
export async function aDesk(): Promise<Desk> {
  const partner = await aPartner();
  const account = await anAccount(partner);
  return { partner, accountId: account.id, resolved: await partner.at(account.id) };
}

/** Uploads a file and has it read. */
export async function preview({ accountId, resolved }: Desk, file: Uint8Array, fileName = "users.csv"): Promise<ImportRowPage> {
  const { import: added } = await runOperation(addImport, { resolved, input: { fileName, file } });
  await readImportFile({ accountId, importId: added.id });
  return rowsOf({ resolved }, added.id);
}

/** Uploads rows as a csv file and has them read. */
export async function previewOf(desk: Desk, rows: UserRow[]): Promise<ImportRowPage> {
  return preview(desk, await aCsvOf(rows));
}

export async function rowsOf({ resolved }: Pick<Desk, "resolved">, importId: string, input: { rows?: "errors"; after?: string; size?: number } = {}): Promise<ImportRowPage> {
  return runOperation(findImportRows, { resolved, input: { importId, size: 200, ...input } });
}

/** Presses "Upload" and does the job; gives the preview afterwards. */
export async function upload(desk: Desk, importId: string): Promise<ImportRowPage> {
  await runOperation(uploadImport, { resolved: desk.resolved, input: { importId } });
  await addImportedUsers({ accountId: desk.accountId, importId });
  return rowsOf(desk, importId);
}

/** The problems of each row, by code. */
export function problemsIn(rows: readonly ImportRowView[]): Record<number, string[]> {
  return Object.fromEntries(rows.map((row) => [row.position, row.errors.map(({ code }) => code)]));
}

export function usersOf({ accountId }: Pick<Desk, "accountId">) {
  return database().prisma.user.findMany({ where: { accountId }, orderBy: { email: "asc" } });
}

export function notificationsOf(userId: string) {
  return database().prisma.notification.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
}

/** The events of an account that are about its imports and what came of them. */
export async function eventsOf({ accountId }: Pick<Desk, "accountId">, operation: string) {
  return database().prisma.event.findMany({ where: { accountId, operation } });
}


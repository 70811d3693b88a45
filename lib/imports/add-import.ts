import { createHash } from "node:crypto";
import { newId } from "#lib/db/id.ts";
import { forbidden, invalid } from "#lib/operations/errors.ts";
import type { AccountInView } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { fileFormat } from "#lib/spreadsheets/file-format.ts";
import { refuseBySize } from "#lib/spreadsheets/refusal.ts";
import { SPREADSHEET_LIMITS } from "#lib/spreadsheets/schemas.ts";
import { readImport } from "./import-view.ts";
import { startedBy } from "./phases.ts";
import { AddedImport, AddImportInput, MAX_IMPORT_BYTES } from "./schemas.ts";

/** Takes a spreadsheet of users and has it read; its rows are then reviewed before anybody is added (IMPORT-06, IMPORT-20). */
export const addImport = operation({
  name: "imports.add",
  summary: "Upload a spreadsheet of users for review; the body is the .xlsx or .csv file",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  input: AddImportInput,
  output: AddedImport,
  http: { method: "POST", path: "/accounts/{accountId}/imports", takesFile: true },
  async run({ actor, account, db, emit, enqueue, now, correlationId }, { fileName, file }) {
    assertCustomer(account);
    assertSpreadsheet(file, fileName);
    const id = newId();
    const fileHash = createHash("sha256").update(file).digest();
    // The unique index decides when the same file comes twice at once.
    const { count } = await db.userImport.createMany({
      data: { accountId: account.id, id, fileName, fileHash, file: new Uint8Array(file), status: "reading", startedBy: startedBy(actor, correlationId), createdByName: actor.name, createdAt: now },
      skipDuplicates: true,
    });
    const open = count > 0 ? { id, status: "reading" } : await db.userImport.findFirstOrThrow({ where: { accountId: account.id, fileHash, status: { in: ["reading", "preview", "uploading"] } }, select: { id: true, status: true } });
    // Also for a file that is being read already: should its job have been lost, this one does its work, and else nothing.
    if (open.status === "reading") await enqueue("imports.read", { accountId: account.id, importId: open.id });
    await emit(count > 0 ? { action: "Add", asset: { kind: "user_import", id, name: fileName }, details: { bytes: file.length, sha256: fileHash.toString("hex") } } : []);
    return { import: await readImport(db, account.id, open.id), reopened: count === 0 };
  },
});

/** Users of a partner account come from MiAccess (LOGIN-06, LOGIN-07). */
export function assertCustomer(account: AccountInView): void {
  if (account.kind === "partner") throw forbidden("Users of a partner account sign in with MiAccess and can not be imported here.");
}

/** What can be told at a glance is told at once, and nothing of the file is kept; the rest is found out by reading it. */
function assertSpreadsheet(file: Uint8Array, fileName: string): void {
  const tooLarge = refuseBySize(file.length, fileName, { ...SPREADSHEET_LIMITS, maxBytes: MAX_IMPORT_BYTES });
  if (tooLarge) throw invalid(tooLarge.message, "file");
  const format = fileFormat(file, fileName);
  if (typeof format === "object") throw invalid(format.message, "file");
}

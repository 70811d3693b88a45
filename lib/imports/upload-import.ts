import { z } from "zod";
import { forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { assertMayGive } from "#lib/roles/give-role.ts";
import { changeImport } from "./change-import.ts";
import { assertCustomer } from "./add-import.ts";
import { countErrors, markTaken } from "./compare-rows.ts";
import { readImport } from "./import-view.ts";
import { lockImport, lockPreview } from "./lock-import.ts";
import { startedBy } from "./phases.ts";
import { ImportView } from "./schemas.ts";

/**
 * Adds the valid rows of a preview as users, whatever the others hold (IMPORT-20, IMPORT-21). A job does it, set by set;
 * nobody is sent a welcome mail (WELCOME-09, OP1-09).
 */
export const uploadImport = operation({
  name: "imports.upload",
  summary: "Add the valid rows of an import as users",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  input: z.object({ importId: z.uuid() }),
  output: ImportView,
  http: { method: "POST", path: "/accounts/{accountId}/imports/{importId}/upload" },
  async run({ actor, account, db, emit, enqueue, correlationId }, { importId }) {
    assertCustomer(account);
    const payload = { accountId: account.id, importId };
    if ((await lockImport(db, account.id, importId)).status === "uploading") {
      // Pressed twice, or by two people: one job is enough, and a second one only makes sure that there is one.
      await enqueue("imports.upload", payload);
      await emit([]);
      return readImport(db, account.id, importId);
    }
    const { fileName } = await lockPreview(db, account.id, importId);
    // The account has changed since the file was read, perhaps.
    await markTaken(db, account.id, importId);
    await countErrors(db, account.id, importId);
    const { rowCount, errorCount } = await readImport(db, account.id, importId);
    const admins = await db.userImportRow.count({ where: { ...payload, role: "Account Admin" } });
    if (admins > 0) {
      if (!may(actor, "roles", "assign")) throw forbidden("Your role does not allow giving administrative rights: choose User as the role of every row.");
      assertMayGive(actor, "account_admin");
    }
    await changeImport(db, account.id, importId, { status: "uploading", undo: "none", kept: [], attempts: 0, progress: 0, progressOf: rowCount - errorCount, startedBy: startedBy(actor, correlationId), finishedAt: null });
    await enqueue("imports.upload", payload);
    await emit({ action: "Import", asset: { kind: "user_import", id: importId, name: fileName }, details: { rows: rowCount, inError: errorCount } });
    return readImport(db, account.id, importId);
  },
});

import { z } from "zod";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { changeImport } from "./change-import.ts";
import { deleteRows } from "./delete-rows.ts";
import { readImport } from "./import-view.ts";
import { lockImport } from "./lock-import.ts";
import { publishImports } from "./phases.ts";
import { ImportView } from "./schemas.ts";

const ENDED = { refused: "This file could not be used; there is nothing to cancel.", done: "All rows of this import have been added; there is nothing to cancel.", cancelled: "This import was cancelled already." };

/** Ends an import: what has not been uploaded is not added any more; who was added stays (IMPORT-23). Also stops one that is being worked on. */
export const cancelImport = operation({
  name: "imports.cancel",
  summary: "End an import; its remaining rows are discarded",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  input: z.object({ importId: z.uuid() }),
  output: ImportView,
  http: { method: "POST", path: "/accounts/{accountId}/imports/{importId}/cancel" },
  async run({ account, db, emit, now }, { importId }) {
    const { fileName, status, rowCount } = await lockImport(db, account.id, importId);
    if (status === "refused" || status === "done" || status === "cancelled") throw conflict(ENDED[status]);
    await changeImport(db, account.id, importId, { status: "cancelled", file: null, progress: 0, progressOf: 0, finishedAt: now });
    await deleteRows(db, account.id, importId);
    await emit({ action: "Edit", asset: { kind: "user_import", id: importId, name: fileName }, changes: [{ property: "status", before: status, after: "cancelled" }], details: { rowsDiscarded: rowCount } });
    await publishImports(db, account.id);
    return readImport(db, account.id, importId);
  },
});

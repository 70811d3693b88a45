import { z } from "zod";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { changeImport } from "./change-import.ts";
import { countRemovable, findKept } from "./added-users.ts";
import { readImport } from "./import-view.ts";
import { lockImport } from "./lock-import.ts";
import { startedBy } from "./phases.ts";
import { ImportView, UndoEffect } from "./schemas.ts";

/** What taking an import back would do, to be read before it is done. */
export const getUndo = operation({
  name: "imports.get-undo",
  summary: "What taking an import back would delete and keep",
  permission: [{ feature: "users", action: "delete" }],
  scope: "account",
  kind: "read",
  input: z.object({ importId: z.uuid() }),
  output: UndoEffect,
  http: { method: "GET", path: "/accounts/{accountId}/imports/{importId}/undo" },
  async run({ account, db }, { importId }) {
    const [, removable, kept] = await Promise.all([readImport(db, account.id, importId), countRemovable(db, account.id, importId), findKept(db, account.id, importId)]);
    return { removable, kept };
  },
});

/** Takes an import back as one: deletes the users it added who have neither registered nor services; a job does it, set by set. */
export const undoImport = operation({
  name: "imports.undo",
  summary: "Delete the users that an import added",
  permission: [{ feature: "users", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ importId: z.uuid() }),
  output: ImportView,
  http: { method: "POST", path: "/accounts/{accountId}/imports/{importId}/undo" },
  async run({ actor, account, db, emit, enqueue, correlationId }, { importId }) {
    const payload = { accountId: account.id, importId };
    const { fileName, status, undo, addedCount, removedCount } = await lockImport(db, account.id, importId);
    if (status === "reading" || status === "uploading") throw conflict("This import is being worked on at this moment. Please wait until that has ended.");
    if (addedCount === removedCount) throw conflict("There are no users of this import to take back.");
    await enqueue("imports.undo", payload);
    if (undo === "working") {
      // Pressed twice: one job is enough, and a second one only makes sure that there is one.
      await emit([]);
      return readImport(db, account.id, importId);
    }
    const progressOf = await countRemovable(db, account.id, importId);
    await changeImport(db, account.id, importId, { undo: "working", kept: [], attempts: 0, progress: 0, progressOf, startedBy: startedBy(actor, correlationId) });
    await emit({ action: "Delete", asset: { kind: "user_import", id: importId, name: fileName }, details: { users: progressOf } });
    return readImport(db, account.id, importId);
  },
});

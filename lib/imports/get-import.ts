import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { readImport } from "./import-view.ts";
import { ImportView } from "./schemas.ts";

/** How far an import is, and what is to be known about its file. */
export const getImport = operation({
  name: "imports.get",
  summary: "One import of an account",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "read",
  input: z.object({ importId: z.uuid() }),
  output: ImportView,
  http: { method: "GET", path: "/accounts/{accountId}/imports/{importId}" },
  run: ({ account, db }, { importId }) => readImport(db, account.id, importId),
});

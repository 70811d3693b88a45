"use client";

import { useRef, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError, Result } from "#components/api/request.ts";
import type { ImportField, ImportRowPage, ImportRowView, ImportView, RowChange } from "#lib/imports/schemas.ts";

export type ImportRows = {
  import: ImportView;
  /** The rows on screen, with what was typed in them at once, and what is wrong with them as soon as the server has said so. */
  rows: readonly ImportRowView[];
  /** Why the last change was not saved. */
  failure: RequestError | null;
  forgetFailure: () => void;
  setImport: (view: ImportView) => void;
  /** When it was not saved, the cell shows what it was: by somebody else's change, or because the server could not be asked. */
  change: (row: number, field: ImportField, value: string) => Promise<"saved" | "overtaken" | "failed">;
  remove: (row: number) => Promise<boolean>;
  /** Adds an empty row below those on screen and gives its number; null when it could not be added. */
  append: () => Promise<number | null>;
};

/** The rows of a preview while they are corrected: changes are saved one after the other, each on top of what came of the one before. */
export function useImportRows(accountId: string, page: ImportRowPage): ImportRows {
  const [seen, setSeen] = useState(page);
  const [view, setImport] = useState(page.import);
  const [rows, setRows] = useState<readonly ImportRowView[]>(page.items);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const versions = useRef(new Map<number, number>());

  // What the server has sent anew, after paging or a refresh, takes the place of what was on screen.
  if (page !== seen) {
    setSeen(page);
    setImport(page.import);
    setRows(page.items);
  }

  const path = `/accounts/${accountId}/imports/${page.import.id}/rows`;

  async function save(send: () => Promise<Result<RowChange>>, merge: (rows: readonly ImportRowView[], change: RowChange) => readonly ImportRowView[]): Promise<Result<RowChange>> {
    const turn = queue.current.then(send);
    queue.current = turn;
    const result = await turn;
    if (!result.ok) {
      setFailure(result.error);
      return result;
    }
    setFailure(null);
    for (const row of result.data.rows) versions.current.set(row.position, row.version);
    setImport(result.data.import);
    setRows((before) => merge(before, result.data));
    return result;
  }

  return {
    import: view,
    rows,
    failure,
    forgetFailure: () => setFailure(null),
    setImport,
    change: async (row, field, value) => {
      const known = rows.find(({ position }) => position === row);
      if (!known) return "overtaken";
      const show = (text: string) => setRows((before) => before.map((each) => (each.position === row ? { ...each, [field]: text } : each)));
      show(value);
      const version = () => Math.max(known.version, versions.current.get(row) ?? 0);
      const saved = await save(() => request("PATCH", `${path}/${row}`, { body: { version: version(), [field]: value } }), merged);
      if (saved.ok) return "saved";
      show(known[field]);
      return saved.error.code === "conflict" || saved.error.code === "not_found" ? "overtaken" : "failed";
    },
    remove: async (row) => (await save(() => request("DELETE", `${path}/${row}`), (before, change) => merged(before, change).filter(({ position }) => position !== row))).ok,
    append: async () => {
      const result = await save(() => request("POST", path, { body: {} }), (before, { rows: added }) => [...before, ...added.slice(0, 1)]);
      return result.ok ? (result.data.rows[0]?.position ?? null) : null;
    },
  };
}

/** The rows with those that came of a change in the place of what they were. */
function merged(rows: readonly ImportRowView[], change: RowChange): readonly ImportRowView[] {
  const changed = new Map(change.rows.map((row) => [row.position, row]));
  return rows.map((row) => changed.get(row.position) ?? row);
}

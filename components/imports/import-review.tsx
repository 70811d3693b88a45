"use client";

import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { firstPage, withFilter, withSize } from "#components/data-table/list-changes.ts";
import { NoRows } from "#components/data-table/no-rows.tsx";
import { pageRange } from "#components/data-table/page-range.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { useListAddress } from "#components/data-table/use-list-address.ts";
import type { Selected } from "#components/data-table/use-ticks.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportField, ImportRowPage, ImportView } from "#lib/imports/schemas.ts";
import { edit, lookAt } from "./grid-focus.ts";
import type { Focused } from "./grid-focus.ts";
import { ImportBar } from "./import-bar.tsx";
import { IMPORT_ROW_LIST } from "./import-lists.ts";
import { ReviewToolbar } from "./review-toolbar.tsx";
import { RowGrid } from "./row-grid.tsx";
import type { ImportRows } from "./use-import-rows.ts";

const NO_PREFERENCES = {};
const NOTHING: Selected = { selection: null, count: 0, countIsExact: true, clear: () => undefined };

type ImportReviewProps = { accountId: string; page: ImportRowPage; list: ImportRows; onCancelled: () => void };

/** The preview: rows to be corrected, removed and added, then uploaded as far as they are in order (IMPORT-12 to IMPORT-23). */
export function ImportReview({ accountId, page, list, onCancelled }: ImportReviewProps) {
  const t = useTranslations("imports.review");
  const rowWords = useTranslations("imports.row");
  const address = useListAddress(IMPORT_ROW_LIST, NO_PREFERENCES);
  const [focused, setFocused] = useState<Focused | null>(null);
  const [said, setSaid] = useState("");
  const { pending, failure, act } = useAct();
  const { import: item, rows } = list;
  const onlyErrors = address.state.filters["rows"] === "errors";
  const shown = { ...page, items: [...rows], total: onlyErrors ? item.errorCount : item.rowCount };
  const range = pageRange(shown, address.answered.page, address.answered.size);

  async function change(row: number, field: ImportField, value: string) {
    const saved = await list.change(row, field, value);
    // What was typed is not lost with the connection: it stands in its field again.
    if (saved === "failed" && field !== "role") setFocused(edit({ row, column: field }, value));
  }

  async function remove(row: number) {
    const numbers = rows.map(({ position }) => position);
    const neighbour = numbers[numbers.indexOf(row) + 1] ?? numbers[numbers.indexOf(row) - 1];
    if (!(await list.remove(row))) return;
    if (neighbour !== undefined) setFocused(lookAt({ row: neighbour, column: "action" }));
    setSaid(rowWords("deleted", { row: String(row) }));
  }

  async function append() {
    const row = await list.append();
    if (row === null) return;
    setFocused(edit({ row, column: "firstName" }));
    setSaid(rowWords("added", { row: String(row) }));
  }

  return (
    <>
      {(failure ?? list.failure) && (
        <Banner
          tone="bad"
          live
          className="mb-3"
          title={t(failure ? "notDone" : "notSaved")}
          action={list.failure?.code === "conflict" && <Button onClick={() => { list.forgetFailure(); address.reload(); }}>{t("reload")}</Button>}
        >
          {(failure ?? list.failure)?.message}
        </Banner>
      )}
      <ReviewToolbar
        accountId={accountId}
        item={item}
        onlyErrors={onlyErrors}
        onOnlyErrors={(on) => address.ask(withFilter(firstPage(address.state), "rows", on ? "errors" : ""))}
        adding={pending === "add"}
        onAddRow={() => void append()}
      />
      <section className="overflow-clip rounded-lg border border-line bg-surface shadow-sm" aria-busy={address.pending}>
        {rows.length === 0 ? (
          <NoRows name={t("grid", { file: item.fileName })} result={shown} address={address} firstUse={{ icon: <FileSpreadsheet />, title: t("noRows") }} />
        ) : (
          <>
            <RowGrid
              name={t("grid", { file: item.fileName })}
              rows={rows}
              first={range.from}
              total={shown.total}
              focused={focused}
              onFocus={setFocused}
              onChange={(row, field, value) => void change(row, field, value)}
              onDelete={(row) => void remove(row)}
            />
            <Pagination list={shown} state={address.answered} selected={NOTHING} pending={address.pending} onAsk={address.ask} onSize={(size) => address.ask(withSize(address.state, size))} />
          </>
        )}
      </section>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ImportBar
        accountId={accountId}
        item={item}
        uploading={pending === "upload"}
        onUpload={() => void act("upload", () => request<ImportView>("POST", `/accounts/${accountId}/imports/${item.id}/upload`, { body: {} }), list.setImport)}
        onCancelled={onCancelled}
      />
    </>
  );
}

"use client";

import { columnOrderingFeature, columnVisibilityFeature, metaHelper, tableFeatures, useTable } from "@tanstack/react-table";
import type { ColumnDef, RowData } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Column, FromWidth } from "./column.ts";

/** What header and body need to know of a column besides its content. */
export type ColumnLook = { header: string; numeric: boolean; headerHidden: boolean; from: FromWidth | undefined; width: string };

export const LIST_FEATURES = tableFeatures({ columnOrderingFeature, columnVisibilityFeature, columnMeta: metaHelper<ColumnLook>() });

type Asked<Row extends RowData> = {
  rows: Row[];
  getRowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Ids of the columns shown, in order; the naming column first. */
  shown: readonly string[];
};

/** The table model of one page of rows. Order, filters and paging are the server's: only columns are arranged here. */
export function useListTable<Row extends RowData>({ rows, getRowId, columns, shown }: Asked<Row>) {
  const definitions = useMemo(() => columns.map(definition), [columns]);
  const arrangement = shown.join();
  const state = useMemo(() => {
    const order = arrangement.split(",");
    return { columnOrder: order, columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, order.includes(id)])) };
  }, [columns, arrangement]);
  return useTable({ features: LIST_FEATURES, columns: definitions, data: rows, getRowId, state });
}

function definition<Row extends RowData>(column: Column<Row>): ColumnDef<typeof LIST_FEATURES, Row> {
  const { id, header, cell, numeric = false, headerHidden = false, from, width = "" } = column;
  return { id, header, cell: ({ row }) => cell(row.original), meta: { header, numeric, headerHidden, from, width } };
}

export type ListTable<Row extends RowData> = ReturnType<typeof useListTable<Row>>;

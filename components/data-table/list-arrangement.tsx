"use client";

import { useTimeZone } from "next-intl";
import { ColumnChooser } from "./column-chooser.tsx";
import type { Column } from "./column.ts";
import { ExportMenu } from "./export-menu.tsx";
import type { ExportFormat } from "./export-menu.tsx";
import { exportQuery } from "./list-state.ts";
import type { ChosenColumns } from "./use-column-choice.ts";
import type { ListAddress } from "./use-list-address.ts";

type ListArrangementProps<Row> = {
  columns: readonly Column<Row>[];
  choice: ChosenColumns;
  /** Whether the columns are being chosen. */
  choosing: boolean;
  onChoosing: (choosing: boolean) => void;
  address: ListAddress;
  exportHref: ((format: ExportFormat, query: URLSearchParams) => string) | undefined;
  /** By default spreadsheets. */
  exportFormats?: readonly ExportFormat[];
};

/** How the list looks, and the way to take it away as it looks. */
export function ListArrangement<Row>({ columns, choice, choosing, onChoosing, address, exportHref, exportFormats }: ListArrangementProps<Row>) {
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <>
      <ColumnChooser
        columns={columns}
        open={choosing}
        onOpenChange={onChoosing}
        choice={choice.choice}
        onChoose={choice.choose}
        onReset={choice.reset}
        density={address.state.density}
        onDensity={choice.setDensity}
      />
      {exportHref && <ExportMenu formats={exportFormats} hrefOf={(format) => exportHref(format, exportQuery(address.answered, choice.shown, timeZone))} />}
    </>
  );
}

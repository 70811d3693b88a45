/** Turns the rows of a spreadsheet into rows of a preview: the right cells under the right names, each with a number of its own. */
import { columnOfReference } from "#lib/spreadsheets/cell-references.ts";
import type { SpreadsheetBatch, SpreadsheetRow, SpreadsheetWarning } from "#lib/spreadsheets/schemas.ts";
import { tidyCells } from "./check-rows.ts";
import type { RowCells } from "./check-rows.ts";
import { matchColumns, refusalOfHeader } from "./match-columns.ts";
import type { MatchedColumns } from "./match-columns.ts";
import { IMPORT_FIELDS } from "./schemas.ts";
import type { ImportWarning } from "./schemas.ts";

/** `count`: how many rows of the file have been read with it. */
export type ReadRow = RowCells & { position: number; count: number };

export type RowReader = {
  read(batch: SpreadsheetBatch): ReadRow[];
  /** Whether the header has already told that the file can not be used. */
  isRefused(): boolean;
  /** Why the file can not be used, after all of it has been read; null when it can. */
  refusal(): string | null;
  warnings(): ImportWarning[];
};

/** Excel's last row; what claims to stand below it is counted instead. */
const LAST_ROW = 1_048_576;

/** Makes the reader of one file, which is given its batches in order. */
export function rowReader(fileName: string): RowReader {
  let columns: MatchedColumns | null = null;
  let refused: string | null = null;
  let count = 0;
  let last = 0;
  const warnings: ImportWarning[] = [];

  function numberOf(line: number): number {
    last = line > last && line <= LAST_ROW ? line : last + 1;
    return last;
  }

  function read({ header, rows, warnings: found }: SpreadsheetBatch): ReadRow[] {
    if (columns === null) {
      columns = matchColumns(header);
      refused = header.length === 0 ? `“${fileName}” is empty.` : refusalOfHeader(header, columns, fileName);
      if (columns.leftOut.length > 0) warnings.push(columnsLeftOut(columns.leftOut));
    }
    const { places } = columns;
    warnings.push(...found.filter((warning) => isOfUse(warning, places)).map(({ code, message }) => ({ code, message })));
    if (refused !== null) return [];
    return rows.map((row) => ({ ...tidyCells(cellsOf(row, places)), position: numberOf(row.line), count: ++count }));
  }

  return {
    read,
    isRefused: () => refused !== null,
    refusal: () => refused ?? (count === 0 ? `“${fileName}” has no rows below its header. Fill in the spreadsheet first, then upload it.` : null),
    warnings: () => warnings,
  };
}

function cellsOf({ cells }: SpreadsheetRow, places: MatchedColumns["places"]): RowCells {
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, cells[places[field] ?? -1] ?? ""])) as RowCells;
}

/** What is odd about a cell that is not imported is nobody's concern. */
function isOfUse({ code, cell }: SpreadsheetWarning, places: MatchedColumns["places"]): boolean {
  if (code === "extra_values" || cell === undefined) return true;
  return Object.values(places).includes(columnOfReference(cell));
}

const LIST = new Intl.ListFormat("en");
const NAMED_COLUMNS = 10;

function columnsLeftOut(columns: string[]): ImportWarning {
  const named = columns.slice(0, NAMED_COLUMNS).map((name) => `“${name.slice(0, 40)}”`);
  const rest = columns.length - named.length;
  const words = LIST.format(rest > 0 ? [...named, `${rest} more`] : named);
  return { code: "columns_left_out", message: columns.length === 1 ? `The column ${words} is no part of the template and was left out.` : `The columns ${words} are no part of the template and were left out.` };
}

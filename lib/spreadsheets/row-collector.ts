import { trimCell } from "./cell-text.ts";
import { RefusedFile, refusal } from "./refusal.ts";
import type { SpreadsheetLimits, SpreadsheetRow, SpreadsheetWarning } from "./schemas.ts";
import { extraValues, moreWarnings } from "./warnings.ts";

/** A file in which everything is wrong would otherwise carry a warning for each of its cells. */
const MAX_WARNINGS = 1_000;

type CollectedRows = { header: string[]; rows: SpreadsheetRow[]; warnings: SpreadsheetWarning[] };

/** Takes the rows of a file as they are found, and hands them on in batches under one header. */
export type RowCollector = {
  /** `cells` may be sparse, of any length and untrimmed. Throws `RefusedFile` beyond a limit. */
  addRow(line: number, cells: (string | undefined)[]): void;
  warn(warning: SpreadsheetWarning): void;
  /** Hands on what is left, with the count of warnings that were one too many. */
  finish(): void;
};

/** `deliver` gets at most `batchSize` rows at a time; the header is the first row that is not blank. */
export function collectRows(limits: SpreadsheetLimits, batchSize: number, deliver: (batch: CollectedRows) => void): RowCollector {
  let header: string[] | null = null;
  let rows: SpreadsheetRow[] = [];
  let warnings: SpreadsheetWarning[] = [];
  let rowCount = 0;
  let warningCount = 0;

  function warn(warning: SpreadsheetWarning): void {
    if (warningCount++ < MAX_WARNINGS) warnings.push(warning);
  }

  function flush(): void {
    deliver({ header: header ?? [], rows, warnings });
    rows = [];
    warnings = [];
  }

  function addRow(line: number, sparseCells: (string | undefined)[]): void {
    const cells = trimmedCells(sparseCells);
    if (cells.length === 0) return;
    if (header === null) {
      if (cells.length > limits.maxColumns) throw new RefusedFile(refusal("too_many_columns", { limit: limits.maxColumns }));
      header = cells;
      return;
    }
    if (++rowCount > limits.maxRows) throw new RefusedFile(refusal("too_many_rows", { limit: limits.maxRows }));
    if (cells.length > header.length) warn(extraValues(line, header.length));
    rows.push({ line, cells: fitted(cells, header.length) });
    if (rows.length === batchSize) flush();
  }

  function finish(): void {
    const omitted = warningCount - MAX_WARNINGS;
    if (omitted > 0) warnings.push(moreWarnings(omitted));
    flush();
  }

  return { addRow, warn, finish };
}

/** Trimmed and without the empty cells at the end, so that a blank row has no cells at all. */
function trimmedCells(cells: (string | undefined)[]): string[] {
  const trimmed: string[] = [];
  let length = 0;
  for (let column = 0; column < cells.length; column++) {
    const text = trimCell(cells[column] ?? "");
    trimmed.push(text);
    if (text !== "") length = column + 1;
  }
  trimmed.length = length;
  return trimmed;
}

function fitted(cells: string[], length: number): string[] {
  if (cells.length > length) return cells.slice(0, length);
  while (cells.length < length) cells.push("");
  return cells;
}

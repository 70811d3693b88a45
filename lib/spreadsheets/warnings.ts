import { cellName } from "./cell-references.ts";
import type { SpreadsheetWarning, WarningCode } from "./schemas.ts";

const CELL_SENTENCES = {
  digits_lost: (cell: string) => `Cell ${cell} holds a number whose last digits a spreadsheet program has cut off (such as 4.41E+11). Enter it anew as text.`,
  long_number: (cell: string) => `Cell ${cell} holds a number, not text: a "+" or zeros at its start are lost. Format the column as text.`,
  error_value: (cell: string) => `Cell ${cell} holds an error (such as #N/A) and was read as empty.`,
  formula_without_value: (cell: string) => `Cell ${cell} holds a formula without a stored result and was read as empty. Save the file in a spreadsheet program.`,
} satisfies Partial<Record<WarningCode, (cell: string) => string>>;

export type CellWarningCode = keyof typeof CELL_SENTENCES;

/** A warning about one cell; `column` counts from 0. */
export function cellWarning(code: CellWarningCode, column: number, line: number): SpreadsheetWarning {
  const cell = cellName(column, line);
  return { code, message: CELL_SENTENCES[code](cell), values: { cell }, line, cell };
}

/** The header has `columns` columns, the row has more values. */
export function extraValues(line: number, columns: number): SpreadsheetWarning {
  const cell = cellName(columns, line);
  return {
    code: "extra_values",
    message: `Row ${line} has values from cell ${cell} on, where the header has no column; they were left out.`,
    values: { cell, line },
    line,
    cell,
  };
}

/** A quotation mark ends before the value does. */
export function malformedQuotes(line: number): SpreadsheetWarning {
  return {
    code: "malformed_quotes",
    message: `Row ${line} has a quotation mark in the middle of a value; check that its values are in the right columns.`,
    values: { line },
    line,
  };
}

/** Rows that a filter or a person has hidden, which the preview shows nevertheless. */
export function hiddenRows(count: number, firstLine: number): SpreadsheetWarning {
  return {
    code: "hidden_rows",
    message: count === 1 ? `Row ${firstLine}, which is hidden in the spreadsheet, was read too.` : `${count} rows that are hidden in the spreadsheet were read too, the first of them row ${firstLine}.`,
    values: { count, line: firstLine },
    line: firstLine,
  };
}

/** Of merged cells a spreadsheet holds the value of the first only. */
export function mergedCells(count: number, firstRange: string): SpreadsheetWarning {
  return {
    code: "merged_cells",
    message: count === 1 ? `The cells ${firstRange} are merged; only the first of them has the value.` : `${count} groups of cells are merged, the first of them ${firstRange}; only the first cell of each has the value.`,
    values: { count, range: firstRange },
  };
}

/** Sheets with rows beside the one that was read. */
export function otherSheets(readSheet: string, count: number): SpreadsheetWarning {
  return {
    code: "other_sheets",
    message: `Only the first sheet, "${readSheet}", was read; the file has ${count} more.`,
    values: { sheet: readSheet, count },
  };
}

/** Warnings beyond the number that is listed. */
export function moreWarnings(count: number): SpreadsheetWarning {
  return { code: "more_warnings", message: count === 1 ? "One more warning is not listed." : `${count} more warnings are not listed.`, values: { count } };
}

/** What reading a spreadsheet gives and can refuse; safe for the browser. */

/** How much of a spreadsheet is read before it is refused. Bytes are bytes, not characters. */
export type SpreadsheetLimits = {
  maxBytes: number;
  maxRows: number;
  maxColumns: number;
  /** Of an xlsx file, which is a zip: everything in it together, unpacked. */
  maxUnpackedBytes: number;
  maxZipEntries: number;
  /** Of the thread that parses; beyond it the thread is ended, not the process. */
  maxMemoryMb: number;
  /** Of parsing alone; time the caller takes to store rows is not counted. */
  maxParseMs: number;
};

const MEBIBYTE = 1024 * 1024;

export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  maxBytes: 50 * MEBIBYTE,
  maxRows: 100_000,
  maxColumns: 100,
  maxUnpackedBytes: 200 * MEBIBYTE,
  maxZipEntries: 2_000,
  maxMemoryMb: 256,
  maxParseMs: 60_000,
};

/** `line` is the row number that a spreadsheet program shows beside the row; the header is usually line 1. */
export type SpreadsheetRow = { line: number; cells: string[] };

export type WarningCode =
  | "digits_lost"
  | "long_number"
  | "error_value"
  | "formula_without_value"
  | "extra_values"
  | "malformed_quotes"
  | "hidden_rows"
  | "merged_cells"
  | "other_sheets"
  | "more_warnings";

/** Something the reader of the preview should look at; the rows were read all the same. */
export type SpreadsheetWarning = {
  code: WarningCode;
  /** A sentence in English; `values` are the figures and names in it, for a translated one. */
  message: string;
  values: Record<string, string | number>;
  line?: number;
  /** In the notation of spreadsheet programs, e.g. "C14". */
  cell?: string;
};

export type RefusalCode =
  | "empty"
  | "too_many_bytes"
  | "too_many_rows"
  | "too_many_columns"
  | "too_large_unpacked"
  | "too_many_parts"
  | "cell_too_long"
  | "unclosed_quote"
  | "not_a_spreadsheet"
  | "old_excel_or_protected"
  | "other_format"
  | "damaged"
  | "too_much_memory"
  | "too_slow";

/** Why a file was not read, in a sentence for the person who uploaded it. */
export type SpreadsheetRefusal = {
  refused: RefusalCode;
  message: string;
  values: Record<string, string | number>;
};

/** A whole spreadsheet; every row has as many cells as the header, blank rows are left out. */
export type SpreadsheetContent = {
  header: string[];
  rows: SpreadsheetRow[];
  warnings: SpreadsheetWarning[];
};

/** The next rows of a spreadsheet that is read piece by piece; `progress` runs from 0 to 1. */
export type SpreadsheetBatch = {
  header: string[];
  rows: SpreadsheetRow[];
  warnings: SpreadsheetWarning[];
  progress: number;
};

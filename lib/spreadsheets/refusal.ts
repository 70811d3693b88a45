import type { RefusalCode, SpreadsheetLimits, SpreadsheetRefusal } from "./schemas.ts";

/** Thrown while parsing, when the rest of the file is of no use; it never leaves this folder. */
export class RefusedFile extends Error {
  readonly refusal: SpreadsheetRefusal;

  constructor(refusal: SpreadsheetRefusal) {
    super(refusal.message);
    this.name = "RefusedFile";
    this.refusal = refusal;
  }
}

type Values = Record<string, string | number>;

const SENTENCES: Record<RefusalCode, (values: Values) => string> = {
  empty: ({ file }) => `"${file}" is empty.`,
  too_many_bytes: ({ megabytes, limit }) => `The file has ${megabytes} MB; at most ${limit} MB can be read.`,
  too_many_rows: ({ limit }) => `The file has more than ${limit} rows; at most ${limit} can be read at once.`,
  too_many_columns: ({ limit }) => `The file has more than ${limit} columns; at most ${limit} can be read.`,
  too_large_unpacked: ({ limit }) => `Unpacked, the file is larger than ${limit} MB, or packed tighter than any spreadsheet is; it was not opened.`,
  too_many_parts: ({ parts, limit }) => `The file consists of ${parts} parts, a spreadsheet of at most ${limit}; it was not opened.`,
  cell_too_long: ({ cell, limit }) => `Cell ${cell} has more than ${limit} characters.`,
  unclosed_quote: ({ line }) => `The quotation mark opened in row ${line} is never closed, so the rows after it can not be told apart.`,
  not_a_spreadsheet: ({ file }) => `"${file}" is not a spreadsheet. Use an .xlsx or .csv file.`,
  old_excel_or_protected: ({ file }) => `"${file}" is protected by a password or in the old .xls format. Save it as .xlsx without a password.`,
  other_format: ({ file, format }) => `"${file}" is in the ${format} format. Save it as .xlsx or .csv.`,
  damaged: ({ file }) => `"${file}" is damaged and can not be read. Open it in a spreadsheet program and save it again as .xlsx.`,
  too_much_memory: ({ file }) => `"${file}" needs more memory to read than it may have. Save the rows alone as .csv.`,
  too_slow: ({ file, limit }) => `Reading "${file}" took longer than ${limit} seconds and was ended. Save the rows alone as .csv.`,
};

/** A refusal with its sentence; `values` fill the sentence and are handed on for a translated one. */
export function refusal(code: RefusalCode, values: Values): SpreadsheetRefusal {
  return { refused: code, message: SENTENCES[code](values), values };
}

/** The refusal for `bytes` too many, or null when the file is within the limit. */
export function refuseBySize(size: number, fileName: string, limits: SpreadsheetLimits): SpreadsheetRefusal | null {
  if (size === 0) return refusal("empty", { file: fileName });
  if (size <= limits.maxBytes) return null;
  return refusal("too_many_bytes", { megabytes: inMegabytes(size), limit: inMegabytes(limits.maxBytes) });
}

/** Whole mebibytes, rounded up so that a file above a limit never shows as equal to it. */
export function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

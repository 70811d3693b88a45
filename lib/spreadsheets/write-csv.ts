import { Readable } from "node:stream";
import Papa from "papaparse";
import { type SpreadsheetColumn, type WritableRows, groupsOf } from "./columns.ts";
import { neutraliseFormula } from "./formula-injection.ts";

/** Rows that are turned into text at a time. */
const ROWS_PER_PIECE = 200;

/** Spreadsheet programs of other countries cut at other separators, which would lay bare a formula inside a value. */
const ANY_SEPARATOR = /[,;\t|]/;

type CsvOptions = {
  /** Without the mark Excel takes the file for its own encoding and garbles every umlaut; on unless told. */
  byteOrderMark?: boolean;
};

/**
 * A csv file as a stream of UTF-8: comma, "\r\n", values that would run as formulas neutralised (reading gives them
 * back as they were). Fails with whatever `rows` fails with.
 */
export function writeCsv(columns: SpreadsheetColumn[], rows: WritableRows, { byteOrderMark = true }: CsvOptions = {}): Readable {
  return Readable.from(csvPieces(columns, rows, byteOrderMark), { objectMode: false });
}

async function* csvPieces(columns: SpreadsheetColumn[], rows: WritableRows, byteOrderMark: boolean): AsyncGenerator<Buffer> {
  const header = csvText([columns.map((column) => column.header)]);
  yield Buffer.from(byteOrderMark ? `\ufeff${header}` : header);
  for await (const group of groupsOf(ROWS_PER_PIECE, rows)) {
    if (group.length > 0) yield Buffer.from(csvText(group));
  }
}

function csvText(rows: string[][]): string {
  const safeRows = rows.map((row) => row.map(neutraliseFormula));
  const text = Papa.unparse(safeRows, { newline: "\r\n", quotes: (value) => ANY_SEPARATOR.test(String(value)) });
  return `${text}\r\n`;
}

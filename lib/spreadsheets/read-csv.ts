import Papa from "papaparse";
import { hasLostDigits, trimCell } from "./cell-text.ts";
import { restoreFormula } from "./formula-injection.ts";
import { RefusedFile, refusal } from "./refusal.ts";
import type { RowCollector } from "./row-collector.ts";
import { decodeText } from "./text-encoding.ts";
import { cellWarning, malformedQuotes } from "./warnings.ts";

const SEPARATORS = [",", ";", "\t", "|"];

/** Excel writes and obeys this first line, e.g. "sep=;"; it counts as row 1. */
const SEPARATOR_LINE = /^sep=(.)\r?(?:\n|$)/i;

/** A header with a hundred columns of the greatest length fits well into this many characters. */
const HEADER_SAMPLE = 65_536;

/**
 * Reads a csv file of any usual separator, encoding and line end into `collector`.
 * `onProgress` gets how much of the file is read, from 0 to 1, before each row.
 * Throws `RefusedFile` when a quotation mark is never closed.
 */
export function readCsv(bytes: Uint8Array, collector: RowCollector, onProgress: (progress: number) => void): void {
  const text = decodeText(bytes);
  const declared = SEPARATOR_LINE.exec(text);
  // Papa Parse takes a quoted value at the very end with a blank behind it for one that is not closed.
  const body = text.slice(declared?.[0].length ?? 0).trimEnd();
  // The carriage return of "\r\n" is trimmed with the cell, so that files that mix both line ends are read too.
  const newline = body.includes("\n") ? "\n" : "\r";
  let line = declared ? 1 : 0;
  Papa.parse<string[]>(body, {
    delimiter: declared?.[1] ?? separatorOfHeader(body, newline),
    newline,
    step: ({ data, errors, meta }) => {
      line++;
      onProgress(meta.cursor / body.length);
      for (const error of errors) reportQuotes(error.code, line, collector);
      collector.addRow(line, data.map((value, column) => csvValue(value, column, line, collector)));
    },
  });
}

/** The separator that cuts the header into most columns: unlike the rows below it, a header seldom holds another one. */
function separatorOfHeader(body: string, newline: "\n" | "\r"): string {
  const sample = body.slice(0, HEADER_SAMPLE).trimStart();
  let best = { separator: ",", columns: 0 };
  for (const separator of SEPARATORS) {
    const columns = Papa.parse<string[]>(sample, { delimiter: separator, newline, preview: 1 }).data[0]?.length ?? 0;
    if (columns > best.columns) best = { separator, columns };
  }
  return best.separator;
}

function csvValue(value: string, column: number, line: number, collector: RowCollector): string {
  const text = trimCell(restoreFormula(value));
  if (hasLostDigits(text)) collector.warn(cellWarning("digits_lost", column, line));
  return text;
}

function reportQuotes(code: string, line: number, collector: RowCollector): void {
  if (code === "MissingQuotes") throw new RefusedFile(refusal("unclosed_quote", { line }));
  if (code === "InvalidQuotes") collector.warn(malformedQuotes(line));
}

import type { FileAnswer } from "#lib/operations/operation.ts";
import type { SpreadsheetColumn, WritableRows } from "./columns.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

/**
 * A spreadsheet as a file to download, written while it is sent.
 * @param name of the file, without its ending
 */
export function spreadsheetFile(format: "csv" | "xlsx", { name, sheet }: { name: string; sheet: string }, columns: SpreadsheetColumn[], rows: WritableRows): FileAnswer {
  if (format === "csv") return { fileName: `${name}.csv`, contentType: "text/csv; charset=utf-8", body: writeCsv(columns, rows) };
  return { fileName: `${name}.xlsx`, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: writeXlsx(sheet, columns, rows) };
}

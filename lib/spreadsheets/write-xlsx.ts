import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { columnLetters } from "./cell-references.ts";
import { type SpreadsheetColumn, type WritableRows, groupsOf } from "./columns.ts";

/** The number format "text": what is typed into such a cell stays as typed, a "+" and leading zeros included. */
const TEXT_FORMAT = "@";

/** Of a column, in characters. */
const WIDTH = { min: 12, max: 60 };

/** Rows for which a column with choices offers them: more than an import takes. */
const CHOICES_DOWN_TO_ROW = 100_001;
const CHOICES_SHEET = "Lists";

/** Rows written before the event loop gets a turn and the reader of the stream a chance to take what is there. */
const ROWS_PER_TURN = 500;

/** What Excel takes: rows of a sheet, less the header, and characters of a cell and of the name of a sheet. */
const MOST = { rows: 1_048_575, characters: 32_767, name: 31 };

/** What XML can not hold, and what would read as the escape of it. */
const TO_ESCAPE = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * An xlsx file as a stream: header bold and frozen, every cell typed as text so that nothing in it can run. What one sheet can not
 * hold goes on in the next. Memory stays flat over any number of rows. Fails with whatever `rows` fails with.
 */
export function writeXlsx(sheetName: string, columns: SpreadsheetColumn[], rows: WritableRows, { rowsPerSheet = MOST.rows } = {}): Readable {
  const output = new PassThrough();
  writeWorkbook(output, { sheetName, rowsPerSheet }, columns, rows).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return output;
}

async function writeWorkbook(output: PassThrough, { sheetName, rowsPerSheet }: { sheetName: string; rowsPerSheet: number }, columns: SpreadsheetColumn[], rows: WritableRows): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  let sheet: ExcelJS.Worksheet | undefined;
  let count = 0;
  const nextSheet = (firstRows: string[][]) => {
    sheet?.commit();
    sheet = workbook.addWorksheet(nameOfSheet(sheetName, 1 + count / rowsPerSheet), { views: [{ state: "frozen", ySplit: 1 }] });
    startSheet(sheet, columns, firstRows);
    return sheet;
  };
  for await (const group of groupsOf(ROWS_PER_TURN, rows)) {
    sheet ??= nextSheet(group);
    for (const [place, row] of group.entries()) {
      if (count > 0 && count % rowsPerSheet === 0) nextSheet(group.slice(place));
      sheet.addRow(row.map(inlineText)).commit();
      count += 1;
    }
    await roomIn(output);
    if (output.destroyed) return;
  }
  sheet?.commit();
  writeChoices(workbook, columns);
  await workbook.commit();
}

function nameOfSheet(name: string, number: number): string {
  const end = number === 1 ? "" : ` ${number}`;
  return `${name.slice(0, MOST.name - end.length)}${end}`;
}

/** Widths and header; a sheet that is streamed can not be made wider once its first row is written. */
function startSheet(sheet: ExcelJS.Worksheet, columns: SpreadsheetColumn[], firstRows: string[][]): void {
  sheet.columns = columns.map(({ header }, column) => ({
    width: widthFor([header, ...firstRows.map((row) => row[column] ?? "")]),
    style: { numFmt: TEXT_FORMAT },
  }));
  addChoices(sheet, columns);
  const headerRow = sheet.addRow(columns.map(({ header }) => inlineText(header)));
  headerRow.font = { bold: true };
  headerRow.commit();
}

/** The workbook writer itself never waits for whoever reads its output. */
async function roomIn(output: PassThrough): Promise<void> {
  await nextTurn();
  if (output.writableNeedDrain) await Promise.race([once(output, "drain"), once(output, "close")]);
}

function widthFor(texts: string[]): number {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  return Math.min(Math.max(longest + 2, WIDTH.min), WIDTH.max);
}

/** As a text inside the cell: exceljs writes plain strings as results of formulas otherwise. */
function inlineText(text: string): ExcelJS.CellRichTextValue | null {
  if (text === "") return null;
  const whole = text.length <= MOST.characters ? text : `${text.slice(0, MOST.characters - 1)}…`;
  return { richText: [{ text: whole.replace(TO_ESCAPE, escapeOf) }] };
}

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** What exceljs has but leaves out of its types: rules for a range instead of one for each cell. */
type ValidatedSheet = ExcelJS.Worksheet & {
  dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
};

/** The choices stand in a hidden sheet: inside the rule itself they may neither hold commas nor exceed 255 characters. */
function addChoices(sheet: ExcelJS.Worksheet, columns: SpreadsheetColumn[]): void {
  columns.forEach(({ header, choices }, column) => {
    if (!choices?.length) return;
    const letters = columnLetters(column);
    (sheet as ValidatedSheet).dataValidations.add(`${letters}2:${letters}${CHOICES_DOWN_TO_ROW}`, {
      type: "list",
      allowBlank: true,
      formulae: [`${CHOICES_SHEET}!$${letters}$1:$${letters}$${choices.length}`],
      showErrorMessage: true,
      errorTitle: header,
      error: "Choose a value from the list.",
    });
  });
}

function writeChoices(workbook: ExcelJS.stream.xlsx.WorkbookWriter, columns: SpreadsheetColumn[]): void {
  const longest = Math.max(...columns.map(({ choices }) => choices?.length ?? 0), 0);
  if (longest === 0) return;
  const sheet = workbook.addWorksheet(CHOICES_SHEET, { state: "hidden" });
  for (let row = 0; row < longest; row++) {
    sheet.addRow(columns.map(({ choices }) => inlineText(choices?.[row] ?? ""))).commit();
  }
  sheet.commit();
}

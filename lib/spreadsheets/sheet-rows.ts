import { cellName, columnOfReference } from "./cell-references.ts";
import type { RowCollector } from "./row-collector.ts";
import type { SpreadsheetLimits } from "./schemas.ts";
import { refuseLongText } from "./shared-strings.ts";
import { type SheetContext, type StoredCell, cellValue } from "./sheet-cells.ts";
import { cellWarning, hiddenRows, mergedCells } from "./warnings.ts";
import { isTrue } from "./workbook.ts";
import { readElements } from "./xml-elements.ts";
import type { Attributes } from "./xml-scanner.ts";

/**
 * Streams the rows of one sheet into `collector`. Cells and rows without a reference stand behind the one before.
 * Throws `RefusedFile` beyond a limit, and what the XML reader throws on a damaged sheet.
 */
export async function readSheetRows(
  pieces: AsyncIterable<Uint8Array>,
  context: SheetContext,
  limits: SpreadsheetLimits,
  collector: RowCollector,
  onPiece: (bytesRead: number) => void,
): Promise<void> {
  const sheet = sheetReader(context, limits, collector);
  await readElements(pieces, sheet.handlers, onPiece);
  sheet.warnOfWholeSheet();
}

function sheetReader(context: SheetContext, limits: SpreadsheetLimits, collector: RowCollector) {
  let line = 0;
  let column = -1;
  let row: (string | undefined)[] = [];
  let cell: StoredCell = { type: undefined, style: undefined, content: "", hasFormula: false };
  let takesText = false;
  let inReading = false;
  const hidden = { count: 0, firstLine: 0 };
  const merged = { count: 0, firstRange: "" };

  function openRow(attributes: Attributes): void {
    line = Number(attributes["r"]) || line + 1;
    column = -1;
    row = [];
    if (isTrue(attributes["hidden"]) && hidden.count++ === 0) hidden.firstLine = line;
  }

  function openCell(attributes: Attributes): void {
    const referenced = columnOfReference(attributes["r"] ?? "");
    column = referenced === -1 ? column + 1 : referenced;
    cell = { type: attributes["t"], style: attributes["s"], content: "", hasFormula: false };
  }

  function closeCell(): void {
    const { text, warning } = cellValue(cell, context);
    if (warning !== undefined) collector.warn(cellWarning(warning, column, line));
    if (text === "") return;
    // One column more than may be read is enough to tell that there are too many.
    row[Math.min(column, limits.maxColumns)] = text;
  }

  const handlers = {
    open(name: string, attributes: Attributes): void {
      takesText = name === "v" || (name === "t" && !inReading);
      if (name === "c") openCell(attributes);
      else if (name === "row") openRow(attributes);
      else if (name === "f") cell.hasFormula = true;
      else if (name === "rPh") inReading = true;
      else if (name === "mergeCell" && merged.count++ === 0) merged.firstRange = attributes["ref"] ?? "";
    },
    text(text: string): void {
      if (!takesText) return;
      cell.content += text;
      refuseLongText(cell.content, cellName(column, line));
    },
    close(name: string): void {
      takesText = false;
      if (name === "c") closeCell();
      else if (name === "row") collector.addRow(line, row);
      else if (name === "rPh") inReading = false;
    },
  };

  function warnOfWholeSheet(): void {
    if (hidden.count > 0) collector.warn(hiddenRows(hidden.count, hidden.firstLine));
    if (merged.count > 0) collector.warn(mergedCells(merged.count, merged.firstRange));
  }

  return { handlers, warnOfWholeSheet };
}

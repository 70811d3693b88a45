import { isLongNumber, exceedsPrecision, numberText } from "./cell-numbers.ts";
import { hasLostDigits } from "./cell-text.ts";
import type { NumberFormat } from "./number-formats.ts";
import { unescapeCharacters } from "./shared-strings.ts";
import type { CellWarningCode } from "./warnings.ts";

/** A cell as a sheet stores it; `type` and `style` are its attributes t and s. */
export type StoredCell = {
  type: string | undefined;
  style: string | undefined;
  /** What is in its element v, or of an inline text in its elements t. */
  content: string;
  hasFormula: boolean;
};

/** What the cells of a sheet refer to outside of it. */
export type SheetContext = {
  sharedStrings: string[];
  numberFormats: NumberFormat[];
  countsFrom1904: boolean;
};

/** The text of a cell, and what is to be said about it. */
type CellValue = { text: string; warning?: CellWarningCode };

const PLAIN: NumberFormat = { kind: "number" };
const EMPTY: CellValue = { text: "" };

/** What a person reads in the cell: the result of a formula, the text of a link, dates in ISO notation. */
export function cellValue(cell: StoredCell, context: SheetContext): CellValue {
  if (cell.hasFormula && cell.content === "" && cell.type !== "str") return { text: "", warning: "formula_without_value" };
  switch (cell.type) {
    case "s":
      return textValue(context.sharedStrings[Number(cell.content)] ?? "");
    case "str":
    case "inlineStr":
      return textValue(unescapeCharacters(cell.content));
    case "b":
      return cell.content === "" ? EMPTY : { text: cell.content === "1" || cell.content === "true" ? "TRUE" : "FALSE" };
    case "e":
      return { text: "", warning: "error_value" };
    case "d":
      return { text: isoDate(cell.content) };
    default:
      return numericValue(cell, context);
  }
}

function textValue(text: string): CellValue {
  return hasLostDigits(text) ? { text, warning: "digits_lost" } : { text };
}

function numericValue(cell: StoredCell, context: SheetContext): CellValue {
  if (cell.content === "") return EMPTY;
  const format = context.numberFormats[Number(cell.style ?? 0)] ?? PLAIN;
  const text = numberText(cell.content, format, context.countsFrom1904);
  if (text === null) return textValue(cell.content);
  if (format.kind === "date" || !isLongNumber(cell.content)) return { text };
  return { text, warning: exceedsPrecision(cell.content) ? "digits_lost" : "long_number" };
}

/** Dates that are stored in ISO notation lose an empty time, as those stored as numbers do. */
function isoDate(content: string): string {
  const [date = "", time = ""] = content.replace(/(?:\.\d+)?Z?$/, "").split("T");
  return time === "" || time === "00:00:00" ? date : `${date} ${time}`;
}

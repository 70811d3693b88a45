import { refusal } from "./refusal.ts";
import type { SpreadsheetRefusal } from "./schemas.ts";
import { textSample } from "./text-encoding.ts";

/** Office files before 2007, and newer ones with a password, are compound files with this mark. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_FILE = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP_FILE = [0x50, 0x4b, 0x05, 0x06];

/**
 * Tells csv from xlsx by what is in the file, since names lie; anything else is refused.
 * Web pages count as "anything else" because many programs export them under the name .xls.
 */
export function fileFormat(bytes: Uint8Array, fileName: string): "csv" | "xlsx" | SpreadsheetRefusal {
  if (startsWith(bytes, ZIP_FILE) || startsWith(bytes, EMPTY_ZIP_FILE)) return "xlsx";
  if (startsWith(bytes, COMPOUND_FILE)) return refusal("old_excel_or_protected", { file: fileName });
  const text = textSample(bytes);
  if (text === null || /^\s*<[!?a-z]|^%PDF-/i.test(text)) return refusal("not_a_spreadsheet", { file: fileName });
  return "csv";
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

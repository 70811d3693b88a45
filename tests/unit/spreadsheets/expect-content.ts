import { expect } from "vitest";
import { type ReadOptions, readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import type { SpreadsheetContent, SpreadsheetRefusal } from "#lib/spreadsheets/schemas.ts";

/** The content of a file that must be readable. */
export async function contentOf(bytes: Uint8Array | string, fileName = "users.xlsx", options: ReadOptions = {}): Promise<SpreadsheetContent> {
  const result = await readSpreadsheet(Buffer.from(bytes as string), fileName, options);
  if ("refused" in result) expect.fail(`refused: ${result.message}`);
  return result;
}

/** The refusal of a file that must not be readable. */
export async function refusalOf(bytes: Uint8Array | string, fileName = "users.xlsx", options: ReadOptions = {}): Promise<SpreadsheetRefusal> {
  const result = await readSpreadsheet(Buffer.from(bytes as string), fileName, options);
  if (!("refused" in result)) expect.fail("the file was read");
  return result;
}

/** The cells alone. */
export async function cellsOf(bytes: Uint8Array | string, fileName?: string): Promise<string[][]> {
  return (await contentOf(bytes, fileName)).rows.map((row) => row.cells);
}

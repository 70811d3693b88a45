import { expect } from "vitest";
import { parseSpreadsheet } from "#lib/spreadsheets/parse-spreadsheet.ts";
import { SPREADSHEET_LIMITS, type SpreadsheetContent, type SpreadsheetLimits, type SpreadsheetRefusal } from "#lib/spreadsheets/schemas.ts";

/** The content of a file that must be readable, parsed in this thread. */
export async function contentOf(bytes: Uint8Array | string, fileName?: string): Promise<SpreadsheetContent> {
  const { content, refused } = await parsed(bytes, fileName);
  if (refused) expect.fail(`refused: ${refused.message}`);
  return content;
}

/** The refusal of a file that must not be readable. */
export async function refusalOf(bytes: Uint8Array | string, fileName?: string, limits?: Partial<SpreadsheetLimits>): Promise<SpreadsheetRefusal> {
  const { refused } = await parsed(bytes, fileName, limits);
  return refused ?? expect.fail("the file was read");
}

/** The cells alone. */
export async function cellsOf(bytes: Uint8Array | string, fileName?: string): Promise<string[][]> {
  return (await contentOf(bytes, fileName)).rows.map((row) => row.cells);
}

async function parsed(bytes: Uint8Array | string, fileName = "users.xlsx", limits: Partial<SpreadsheetLimits> = {}) {
  const content: SpreadsheetContent = { header: [], rows: [], warnings: [] };
  const allLimits = { ...SPREADSHEET_LIMITS, ...limits };
  const refused = await parseSpreadsheet(Buffer.from(bytes as string), fileName, allLimits, 1_000, (batch) => {
    content.header = batch.header;
    content.rows.push(...batch.rows);
    content.warnings.push(...batch.warnings);
  });
  return { content, refused };
}

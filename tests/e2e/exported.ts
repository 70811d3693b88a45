/** A list taken away as a file, and read as a person would open it. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";

/** Exports the list on the page. */
export async function exported(page: Page, format: "CSV" | "Excel (XLSX)"): Promise<{ fileName: string; header: string[]; rows: string[][] }> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: format }).click()]);
  const fileName = download.suggestedFilename();
  const content = await readSpreadsheet(await readFile(await download.path()), fileName);
  if ("refused" in content) throw new Error(content.message);
  return { fileName, header: content.header, rows: content.rows.map(({ cells }) => cells) };
}

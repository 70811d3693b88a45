import { readNumberFormats } from "./number-formats.ts";
import { RefusedFile, refusal } from "./refusal.ts";
import type { RowCollector } from "./row-collector.ts";
import type { SpreadsheetLimits } from "./schemas.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheetRows } from "./sheet-rows.ts";
import { otherSheets } from "./warnings.ts";
import { readWorkbook } from "./workbook.ts";
import { type ZipArchive, openZip } from "./zip-archive.ts";

/**
 * Reads the first visible sheet of an xlsx file into `collector`, piece by piece: at no time is more of it
 * unpacked in memory than its table of texts. `onProgress` gets how much is read, from 0 to 1.
 * Throws `RefusedFile`; whatever else fails on the way means that the file is damaged.
 */
export async function readXlsx(
  bytes: Buffer,
  fileName: string,
  limits: SpreadsheetLimits,
  collector: RowCollector,
  onProgress: (progress: number) => void,
): Promise<void> {
  try {
    const zip = await openZip(bytes, fileName, limits);
    await readFirstSheet(zip, fileName, limits, collector, onProgress);
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile(refusal("damaged", { file: fileName }));
  }
}

async function readFirstSheet(
  zip: ZipArchive,
  fileName: string,
  limits: SpreadsheetLimits,
  collector: RowCollector,
  onProgress: (progress: number) => void,
): Promise<void> {
  refuseOtherFormat(zip, fileName);
  const workbook = await readWorkbook(zip);
  if (workbook === null) throw new RefusedFile(refusal("not_a_spreadsheet", { file: fileName }));
  const stringsPart = workbook.sharedStringsPart ?? "";
  const stringsSize = zip.size(stringsPart);
  const totalSize = Math.max(stringsSize + zip.size(workbook.sheet.part), 1);
  const context = {
    sharedStrings: await readSharedStrings(zip.stream(stringsPart), (bytesRead) => onProgress(bytesRead / totalSize)),
    numberFormats: await readNumberFormats(zip.stream(workbook.stylesPart ?? "")),
    countsFrom1904: workbook.countsFrom1904,
  };
  await readSheetRows(zip.stream(workbook.sheet.part), context, limits, collector, (bytesRead) =>
    onProgress((stringsSize + bytesRead) / totalSize),
  );
  if (workbook.otherSheets > 0) collector.warn(otherSheets(workbook.sheet.name, workbook.otherSheets));
}

/** Spreadsheets that are zips too, but of another kind inside. */
const OTHER_FORMATS: [part: string, format: string][] = [
  ["xl/workbook.bin", "Excel binary (.xlsb)"],
  ["content.xml", "OpenDocument (.ods)"],
  ["index/document.iwa", "Numbers (.numbers)"],
];

function refuseOtherFormat(zip: ZipArchive, fileName: string): void {
  const found = OTHER_FORMATS.find(([part]) => zip.has(part));
  if (found) throw new RefusedFile(refusal("other_format", { file: fileName, format: found[1] }));
}

import { RefusedFile, refusal } from "./refusal.ts";
import type { RowCollector } from "./row-collector.ts";
import type { SpreadsheetLimits } from "./schemas.ts";
import { readNumberFormats } from "./number-formats.ts";
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
  const workbook = await readWorkbook(zip);
  if (workbook === null) throw new RefusedFile(otherFormat(zip, fileName));
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

/** A zip without worksheets: another office program's file, Excel's binary variant, or no spreadsheet at all. */
function otherFormat(zip: ZipArchive, fileName: string) {
  if (zip.has("xl/workbook.bin")) return refusal("other_format", { file: fileName, format: "Excel binary (.xlsb)" });
  if (zip.has("content.xml")) return refusal("other_format", { file: fileName, format: "OpenDocument (.ods)" });
  if (zip.has("index/document.iwa")) return refusal("other_format", { file: fileName, format: "Numbers" });
  return refusal("not_a_spreadsheet", { file: fileName });
}

import { fileFormat } from "./file-format.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { RefusedFile } from "./refusal.ts";
import { collectRows } from "./row-collector.ts";
import type { SpreadsheetBatch, SpreadsheetLimits, SpreadsheetRefusal } from "./schemas.ts";

/**
 * Parses a file in the calling thread, batch by batch; gives null at its end or the refusal it ran into.
 * For files of strangers use `readSpreadsheetInBatches`, which does this where it can do no harm.
 */
export async function parseSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  limits: SpreadsheetLimits,
  batchSize: number,
  deliver: (batch: SpreadsheetBatch) => void,
): Promise<SpreadsheetRefusal | null> {
  let progress = 0;
  const onProgress = (now: number) => {
    progress = Math.min(now, 1);
  };
  const collector = collectRows(limits, batchSize, (rows) => deliver({ ...rows, progress }));
  try {
    const format = fileFormat(bytes, fileName);
    if (typeof format === "object") return format;
    if (format === "csv") readCsv(bytes, collector, onProgress);
    else await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, limits, collector, onProgress);
    onProgress(1);
    collector.finish();
    return null;
  } catch (error) {
    if (error instanceof RefusedFile) return error.refusal;
    throw error;
  }
}

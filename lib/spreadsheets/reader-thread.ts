/** The thread in which a spreadsheet is parsed; started by `read-spreadsheet.ts` with a `ThreadTask`. */
import { parentPort, workerData } from "node:worker_threads";
import { fileFormat } from "./file-format.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { RefusedFile } from "./refusal.ts";
import { collectRows } from "./row-collector.ts";
import { type ThreadMessage, type ThreadTask, takeCredit } from "./thread-messages.ts";

const task = workerData as ThreadTask;
send(await parse(task));

async function parse({ bytes, fileName, limits, batchSize, credits }: ThreadTask): Promise<ThreadMessage> {
  let progress = 0;
  const onProgress = (now: number) => {
    progress = Math.min(now, 1);
  };
  const collector = collectRows(limits, batchSize, (rows) => {
    takeCredit(credits);
    send({ type: "batch", batch: { ...rows, progress } });
  });
  try {
    const format = fileFormat(bytes, fileName);
    if (typeof format === "object") return { type: "refused", refusal: format };
    if (format === "csv") readCsv(bytes, collector, onProgress);
    else await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, limits, collector, onProgress);
    onProgress(1);
    collector.finish();
    return { type: "done" };
  } catch (error) {
    if (error instanceof RefusedFile) return { type: "refused", refusal: error.refusal };
    throw error;
  }
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

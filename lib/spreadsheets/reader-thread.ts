/** The thread in which a spreadsheet is parsed; started by `read-spreadsheet.ts` with a `ThreadTask`. */
import { parentPort, workerData } from "node:worker_threads";
import { parseSpreadsheet } from "./parse-spreadsheet.ts";
import { type ThreadMessage, type ThreadTask, takeCredit } from "./thread-messages.ts";

const { bytes, fileName, limits, batchSize, credits } = workerData as ThreadTask;
const refused = await parseSpreadsheet(bytes, fileName, limits, batchSize, (batch) => {
  takeCredit(credits);
  send({ type: "batch", batch });
});
send(refused === null ? { type: "done" } : { type: "refused", refusal: refused });

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

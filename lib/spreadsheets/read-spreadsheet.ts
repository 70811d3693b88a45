import { Worker } from "node:worker_threads";
import { refusal, refuseBySize } from "./refusal.ts";
import {
  SPREADSHEET_LIMITS,
  type SpreadsheetBatch,
  type SpreadsheetContent,
  type SpreadsheetLimits,
  type SpreadsheetRefusal,
} from "./schemas.ts";
import { type ThreadMessage, type ThreadTask, giveCredit } from "./thread-messages.ts";

/** One batch is worked off while the next one is parsed. */
const BATCHES_AHEAD = 2;

/** Short-lived strings are most of what parsing makes; a small nursery keeps the thread's memory small. */
const YOUNG_GENERATION_MB = 16;

type ReadOptions = {
  limits?: Partial<SpreadsheetLimits>;
  /** Rows handed on at a time, 1,000 unless told. */
  batchSize?: number;
  /** Ends the reading; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
};

/**
 * Reads an xlsx or csv file, whichever it is by its content, into memory.
 * Gives a refusal for a file that is no spreadsheet, damaged or beyond a limit; never throws over the file itself.
 * For imports of many rows use `readSpreadsheetInBatches`.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<SpreadsheetContent | SpreadsheetRefusal> {
  const content: SpreadsheetContent = { header: [], rows: [], warnings: [] };
  const refused = await readSpreadsheetInBatches(bytes, fileName, options, (batch) => {
    content.header = batch.header;
    content.rows.push(...batch.rows);
    content.warnings.push(...batch.warnings);
  });
  return refused ?? content;
}

/**
 * As `readSpreadsheet`, but hands the rows to `onBatch` as they are found and waits for it, so that memory
 * stays flat. The last batch may have no rows. Gives null at the end, or the refusal when the file turned out
 * unreadable, possibly after some batches. What `onBatch` throws ends the reading and is thrown on.
 * Parsing happens in a thread of its own with limits on memory and time: a hostile file costs that thread, no more.
 */
export async function readSpreadsheetInBatches(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  onBatch: (batch: SpreadsheetBatch) => void | Promise<void>,
): Promise<SpreadsheetRefusal | null> {
  options.signal?.throwIfAborted();
  const limits = { ...SPREADSHEET_LIMITS, ...options.limits };
  const tooLarge = refuseBySize(bytes.byteLength, fileName, limits);
  if (tooLarge) return tooLarge;

  const credits = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const thread = startThread({ bytes, fileName, limits, batchSize: options.batchSize ?? 1_000, credits });
  for (let batch = 0; batch < BATCHES_AHEAD; batch++) giveCredit(credits);
  try {
    const next = messagesOf(thread, fileName, limits, options.signal);
    for (;;) {
      const message = await next();
      if (message.type === "done") return null;
      if (message.type === "refused") return message.refusal;
      await onBatch(message.batch);
      giveCredit(credits);
    }
  } finally {
    await thread.terminate();
  }
}

function startThread(task: ThreadTask): Worker {
  return new Worker(new URL("./reader-thread.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: task.limits.maxMemoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}

/**
 * Gives a function that waits for the thread's next message. Time spent waiting is the thread's parsing time:
 * once it exceeds the limit, or the thread runs out of memory, the next message is a refusal.
 */
function messagesOf(thread: Worker, fileName: string, limits: SpreadsheetLimits, signal: AbortSignal | undefined): () => Promise<ThreadMessage> {
  const arrived: ThreadMessage[] = [];
  let failure: unknown = null;
  let wake: () => void = () => {};
  let remainingMs = limits.maxParseMs;

  thread.on("message", (message: ThreadMessage) => {
    arrived.push(message);
    wake();
  });
  thread.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
      arrived.push({ type: "refused", refusal: refusal("too_much_memory", { file: fileName }) });
    } else {
      failure = error;
    }
    wake();
  });
  signal?.addEventListener("abort", () => {
    failure = signal.reason;
    wake();
  }, { once: true });

  return async () => {
    const started = performance.now();
    if (arrived.length === 0 && failure === null) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(remainingMs, 0));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    remainingMs -= performance.now() - started;
    if (failure !== null) throw failure;
    const message = remainingMs > 0 ? arrived.shift() : undefined;
    return message ?? { type: "refused", refusal: refusal("too_slow", { file: fileName, limit: Math.round(limits.maxParseMs / 1000) }) };
  };
}

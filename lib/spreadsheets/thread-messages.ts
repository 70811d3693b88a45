import type { SpreadsheetBatch, SpreadsheetLimits, SpreadsheetRefusal } from "./schemas.ts";

/** What the parsing thread is started with. */
export type ThreadTask = {
  bytes: Uint8Array;
  fileName: string;
  limits: SpreadsheetLimits;
  batchSize: number;
  /** One counter: how many batches the thread may send before it has to wait. */
  credits: SharedArrayBuffer;
};

/** What the parsing thread sends; "refused" and "done" are its last. */
export type ThreadMessage =
  | { type: "batch"; batch: SpreadsheetBatch }
  | { type: "refused"; refusal: SpreadsheetRefusal }
  | { type: "done" };

/** Lets the thread send one more batch. */
export function giveCredit(credits: SharedArrayBuffer): void {
  const counter = new Int32Array(credits);
  Atomics.add(counter, 0, 1);
  Atomics.notify(counter, 0);
}

/** Blocks the calling thread until it may send a batch, so that a slow reader does not fill the memory. */
export function takeCredit(credits: SharedArrayBuffer): void {
  const counter = new Int32Array(credits);
  while (Atomics.load(counter, 0) === 0) Atomics.wait(counter, 0, 0);
  Atomics.sub(counter, 0, 1);
}

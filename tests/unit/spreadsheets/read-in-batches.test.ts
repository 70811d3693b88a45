import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readSpreadsheet, readSpreadsheetInBatches } from "#lib/spreadsheets/read-spreadsheet.ts";
import type { SpreadsheetBatch } from "#lib/spreadsheets/schemas.ts";
import { buildXlsx, textRow } from "./xlsx-builder.ts";

const csv = (rows: number) => Buffer.from(`NAME,EMAIL\n${Array.from({ length: rows }, (_, index) => `User ${index},user${index}@ballad.example\n`).join("")}`);
const xlsx = (rows: number) =>
  buildXlsx({ rows: textRow(1, ["NAME", "EMAIL"]) + Array.from({ length: rows }, (_, index) => textRow(index + 2, [`User ${index}`, `user${index}@ballad.example`])).join("") });

describe.each([
  ["csv", csv],
  ["xlsx", xlsx],
])("%s in batches", (_, file) => {
  test("every row comes once and in order, in batches of 1,000 under the same header, with progress up to 1", async () => {
    const batches: SpreadsheetBatch[] = [];
    expect(await readSpreadsheetInBatches(file(2_500), "users", {}, (batch) => void batches.push(batch))).toBeNull();
    expect(batches.map(({ rows }) => rows.length)).toEqual([1_000, 1_000, 500]);
    expect(batches.every(({ header }) => header.join() === "NAME,EMAIL")).toBe(true);
    const rows = batches.flatMap((batch) => batch.rows);
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 2_500 }, (__, index) => index + 2));
    expect(rows[2_499]?.cells).toEqual(["User 2499", "user2499@ballad.example"]);
    const progress = batches.map((batch) => batch.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress[0]).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(1);
  });

  test("the next batch waits until the one before is worked off", async () => {
    const gate = Promise.withResolvers<void>();
    let batches = 0;
    const reading = readSpreadsheetInBatches(file(320), "users", { batchSize: 50 }, () => {
      batches++;
      return gate.promise;
    });
    // By the time other readings of the same file are through, this one would be too.
    for (let other = 0; other < 3; other++) await readSpreadsheet(file(320), "users");
    expect(batches).toBe(1);
    gate.resolve();
    expect(await reading).toBeNull();
    expect(batches).toBe(7);
  });

  test("what the caller throws over a batch ends the reading and is thrown on", async () => {
    let batches = 0;
    const reading = readSpreadsheetInBatches(file(5_000), "users", {}, () => {
      batches++;
      throw new Error("database gone");
    });
    await expect(reading).rejects.toThrow("database gone");
    expect(batches).toBe(1);
  });

  test("a signal ends the reading with its reason", async () => {
    const controller = new AbortController();
    const reading = readSpreadsheetInBatches(file(50_000), "users", { signal: controller.signal }, () => controller.abort(new Error("cancelled by Ada")));
    await expect(reading).rejects.toThrow("cancelled by Ada");
    await expect(readSpreadsheetInBatches(file(1), "users", { signal: controller.signal }, () => {})).rejects.toThrow("cancelled by Ada");
  });
});

test("time the caller takes for a batch is not counted against the file", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const refused = await readSpreadsheetInBatches(csv(2_000), "users.csv", { batchSize: 10 }, () => void vi.advanceTimersByTime(3_600_000));
  expect(refused).toBeNull();
});

test("the same file read whole gives the same rows", async () => {
  const whole = await readSpreadsheet(xlsx(2_500), "users.xlsx");
  expect(whole).toEqual(await readSpreadsheet(csv(2_500), "users.csv"));
  expect(whole).toMatchObject({ header: ["NAME", "EMAIL"], warnings: [] });
});

test("the caller's bytes stay usable while they are read and after", async () => {
  const bytes = csv(10);
  await readSpreadsheet(bytes, "users.csv");
  expect(bytes.subarray(0, 4).toString()).toBe("NAME");
});

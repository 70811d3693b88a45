import { expect, test } from "vitest";
import { addLeftOut, summaryOf } from "#lib/bulk-jobs/left-out.ts";
import { reportOf } from "#lib/bulk-jobs/report.ts";

const leftOut = (reason: string, names: string[]) =>
  summaryOf(names.map((name) => ({ userId: name, name, email: "", outcome: "left_out", reason }))).skipped;

test("the figures of a set: done, under way, and left out by reason", () => {
  const outcomes = (["done", "queued", "queued", "left_out"] as const).map((outcome) => ({ userId: "1", name: "A", email: "", outcome, reason: outcome === "left_out" ? "Why" : "" }));
  expect(summaryOf(outcomes)).toEqual({ done: 1, underWay: 2, skipped: [{ reason: "Why", count: 1, examples: ["A"] }] });
});

test("the sets of a long list are added up by reason, with a few names", () => {
  const first = leftOut("Has not registered yet.", ["A", "B", "C", "D"]);
  const second = [...leftOut("Has not registered yet.", ["E", "F"]), ...leftOut("Signs in with MiAccess.", ["G"])];
  expect(addLeftOut(first, second)).toEqual([
    { reason: "Has not registered yet.", count: 6, examples: ["A", "B", "C", "D", "E"] },
    { reason: "Signs in with MiAccess.", count: 1, examples: ["G"] },
  ]);
  expect(addLeftOut([], leftOut("None", []))).toEqual([]);
});

test("a job in which nothing failed is completed, and says who was left out", () => {
  const report = reportOf({ kind: "welcome", done: 12, failed: 0, skipped: [{ reason: "Signs in with MiAccess.", count: 7, examples: ["A", "B"] }] }, []);
  expect(report).toEqual({ status: "completed", title: "Welcome e-mails", body: "12 sent, 7 left out.", details: { "Signs in with MiAccess.": "A, B and 5 more" } });
});

test("every failure is told by name as far as they are listed, and how many more there were", () => {
  const report = reportOf({ kind: "password_reset", done: 0, failed: 3, skipped: [] }, [{ recipient: "a@b.example", error: "550 no" }]);
  expect(report).toMatchObject({ status: "failed", body: "0 sent, 3 could not be delivered.", details: { "a@b.example": "550 no", "And more": "2 others could not be delivered either." } });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { paced } from "#components/live/paced.ts";
import { concerns } from "#components/live/topics.ts";

describe("paced", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("runs at once", () => {
    const run = vi.fn();
    paced(run, 1_000).call();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test("runs a storm of calls once more, at the end of the pause", () => {
    const run = vi.fn();
    const { call } = paced(run, 1_000);
    for (let index = 0; index < 500; index++) call();
    vi.advanceTimersByTime(999);
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("runs at once again after a quiet pause", () => {
    const run = vi.fn();
    const { call } = paced(run, 1_000);
    call();
    vi.advanceTimersByTime(1_000);
    call();
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("begins a pause of its own after it was cancelled", () => {
    const run = vi.fn();
    const { call, cancel } = paced(run, 1_000);
    call();
    vi.advanceTimersByTime(900);
    cancel();
    call();
    call();
    vi.advanceTimersByTime(900);
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("runs nothing after it was cancelled", () => {
    const run = vi.fn();
    const { call, cancel } = paced(run, 1_000);
    call();
    call();
    cancel();
    vi.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("concerns", () => {
  test("takes a topic literally, or by its beginning where it ends in a colon", () => {
    expect(concerns("drift", ["users", "drift"])).toBe(true);
    expect(concerns("plan:1", ["plan:"])).toBe(true);
    expect(concerns("plan:12", ["plan:1"])).toBe(false);
    expect(concerns("planning", ["plan:"])).toBe(false);
  });
});

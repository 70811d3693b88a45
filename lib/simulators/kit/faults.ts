/**
 * Faults on command, so that failure is tested for real (SIM-13).
 * They live in memory only: a peer that is started again is sound. The tester's controls and the console are never hit.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Refusal } from "./refusal.ts";
import { parseBody } from "./validation.ts";

const ScriptedFailure = z.strictObject({
  /** How many matching requests fail. */
  times: z.int().min(1).default(1),
  /** Any method when left out. */
  method: z.string().toUpperCase().optional(),
  /** Any path when left out; `*` stands for any characters. */
  path: z.string().optional(),
  status: z.int().min(400).max(599).default(503),
});

const FaultSettings = z.strictObject({
  /** Each request waits this many milliseconds. */
  latencyMs: z.int().min(0).max(600_000).default(0),
  /** Share of requests, 0 to 1, that are answered with 503. */
  errorRate: z.number().min(0).max(1).default(0),
  /** Every connection is broken off without an answer. */
  outage: z.boolean().default(false),
  /** A write is done and its connection broken off before the answer: always, or this many times. */
  dropAfterCommit: z.union([z.boolean(), z.int().min(0)]).default(false),
  failNext: z.array(ScriptedFailure).default([]),
});

export type FaultState = z.output<typeof FaultSettings>;

export type Faults = {
  get(): FaultState;
  /** Replaces all faults; what is left out is off. Throws a `Refusal` for a value that is out of bounds. */
  set(body: unknown): FaultState;
  setOutage(on: boolean): void;
  /** Applies the faults to a request before its work. Gives "drop" for an outage, throws a `Refusal` for an error. */
  before(method: string, path: string): Promise<"go" | "drop">;
  /** Whether the answer of a write that was just done is to be lost. */
  dropsAnswer(): boolean;
};

function matches(failure: FaultState["failNext"][number], method: string, path: string): boolean {
  if (failure.method !== undefined && failure.method !== method) return false;
  if (failure.path === undefined) return true;
  const pattern = failure.path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
  return new RegExp(`^${pattern}$`).test(path);
}

function injected(status: number): Refusal {
  return new Refusal(status, "injected_fault", `This answer (${status}) was ordered by a tester.`);
}

/** The faults of one peer; none at first. `closing` ends every wait when the peer is stopped. */
export function createFaults(closing: AbortSignal): Faults {
  let state = FaultSettings.parse({});

  function takeScripted(method: string, path: string): number | undefined {
    const failure = state.failNext.find((candidate) => matches(candidate, method, path));
    if (!failure) return undefined;
    failure.times -= 1;
    state.failNext = state.failNext.filter(({ times }) => times > 0);
    return failure.status;
  }

  return {
    get: () => state,
    set(body) {
      state = parseBody(FaultSettings, body);
      return state;
    },
    setOutage(on) {
      state = { ...state, outage: on };
    },
    async before(method, path) {
      if (state.latencyMs > 0) await pause(state.latencyMs, undefined, { signal: closing });
      if (state.outage) return "drop";
      const status = takeScripted(method, path);
      if (status !== undefined) throw injected(status);
      if (state.errorRate > 0 && Math.random() < state.errorRate) throw injected(503);
      return "go";
    },
    dropsAnswer() {
      if (typeof state.dropAfterCommit === "boolean") return state.dropAfterCommit;
      if (state.dropAfterCommit === 0) return false;
      state.dropAfterCommit -= 1;
      return true;
    },
  };
}

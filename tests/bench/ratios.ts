/** Two series of times beside each other: the ratio of their medians, and what it may be. */
import { atMost, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { median, percentile } from "./statistics.ts";

/** "As fast as" and "no dearer than", with the noise of a machine that does other things as well. */
const EQUAL = 1.1;

export type Times = Record<"portal" | "floor", number[]>;

/** The ratio of the medians, with the medians and 95th percentiles behind it. */
export function againstFloor(name: string, { portal, floor }: Times, limit?: number): Finding {
  const figures = { p50Ms: median(portal), p95Ms: percentile(portal, 0.95), floorP50Ms: median(floor), floorP95Ms: percentile(floor, 0.95) };
  const more = `p50 ${figures.p50Ms.toFixed(1)} ms, p95 ${figures.p95Ms.toFixed(1)}; floor ${figures.floorP50Ms.toFixed(1)}, ${figures.floorP95Ms.toFixed(1)}`;
  const value = { name, value: figures.p50Ms / figures.floorP50Ms, unit: "x the floor", more, figures };
  return limit === undefined ? shown(value) : atMost(limit, value);
}

/** One median beside another that should be no less. */
export function beside(name: string, times: number[], other: number[]): Finding {
  const [p50Ms, otherP50Ms] = [median(times), median(other)];
  return atMost(EQUAL, { name, value: p50Ms / otherP50Ms, unit: "x", more: `p50 ${p50Ms.toFixed(1)} ms and ${otherP50Ms.toFixed(1)} ms`, figures: { p50Ms, otherP50Ms } });
}

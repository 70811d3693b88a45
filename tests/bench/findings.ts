/** What a measurement found, and whether it keeps its budget. Speed is shown, never asserted. */

export type Finding = {
  name: string;
  /** What is allowed, in words; null where there is no budget and the figure is shown for information. */
  budget: string | null;
  measured: string;
  isMet: boolean | null;
  /** The raw figures behind it: milliseconds, MiB, KiB or counts, as their names say. */
  figures: Record<string, number>;
};

export type Figures = Finding["figures"];

type Value = { name: string; value: number; unit: string; more?: string; figures?: Figures };

/** A figure that must not be more than its limit. */
export function atMost(limit: number, { name, value, unit, more, figures }: Value): Finding {
  return { name, budget: `at most ${inWords(limit, unit)}`, measured: withMore(inWords(value, unit), more), isMet: value <= limit, figures: { value, limit, ...figures } };
}

/** A figure that must not be less than its limit. */
export function atLeast(limit: number, { name, value, unit, more, figures }: Value): Finding {
  return { name, budget: `at least ${inWords(limit, unit)}`, measured: withMore(inWords(value, unit), more), isMet: value >= limit, figures: { value, limit, ...figures } };
}

/** A figure without a budget. */
export function shown({ name, value, unit, more, figures }: Value): Finding {
  return { name, budget: null, measured: withMore(inWords(value, unit), more), isMet: null, figures: { value, ...figures } };
}

/** Something that could not be measured here, and why. */
export function notMeasured(name: string, why: string): Finding {
  return { name, budget: null, measured: `not measured: ${why}`, isMet: null, figures: {} };
}

function withMore(measured: string, more: string | undefined): string {
  return more ? `${measured} (${more})` : measured;
}

/** A figure with as many digits as say something. */
export function inWords(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(digits)} ${unit}`;
}

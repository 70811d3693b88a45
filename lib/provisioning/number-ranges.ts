/** The numbers of a dialling plan, with the next free one at hand. */

export type NumberRange = { from: string; to: string };

export type Dialling = {
  /** The ranges in order, overlapping ones joined. */
  ranges: NumberRange[];
  contains(number: string): boolean;
  /** Marks a number as not free; one outside the ranges is of no interest. */
  take(number: string): void;
  /** The lowest free number from `from` on (all ranges without it), taken at once; null when there is none. */
  takeNext(from?: string): string | null;
};

type Span = { digits: number; first: number; last: number; offset: number };

/**
 * A dialling plan over ranges; a range whose ends are no numbers of the same length in order is left out.
 * Numbers are positions on one line, shorter numbers first; a path-compressed forest over the taken positions leads from
 * any of them to the next free one, so that asking stays quick when a range is nearly full.
 */
export function dialling(ranges: readonly NumberRange[]): Dialling {
  const spans = joined(ranges);
  const end = spans.reduce((sum, span) => sum + span.last - span.first + 1, 0);
  const next = new Map<number, number>();

  function position(number: string): number | null {
    const value = digitsOf(number);
    const span = spans.find(({ digits, first, last }) => digits === number.length && value !== null && value >= first && value <= last);
    return span === undefined || value === null ? null : span.offset + value - span.first;
  }

  function freeFrom(start: number): number {
    let free = start;
    for (let onward = next.get(free); onward !== undefined; onward = next.get(free)) free = onward;
    for (let at = start; at !== free; ) {
      const onward = next.get(at) ?? free;
      next.set(at, free);
      at = onward;
    }
    return free;
  }

  return {
    ranges: spans.map(({ digits, first, last }) => ({ from: written(first, digits), to: written(last, digits) })),
    contains: (number) => position(number) !== null,
    take(number) {
      const at = position(number);
      if (at !== null && !next.has(at)) next.set(at, at + 1);
    },
    takeNext(from) {
      const free = freeFrom(from === undefined ? 0 : firstPosition(spans, from, end));
      if (free >= end) return null;
      next.set(free, free + 1);
      const span = spans.findLast(({ offset }) => offset <= free);
      return span === undefined ? null : written(span.first + free - span.offset, span.digits);
    },
  };
}

function firstPosition(spans: Span[], from: string, end: number): number {
  const value = digitsOf(from);
  if (value === null) return end;
  const span = spans.find(({ digits, last }) => digits > from.length || (digits === from.length && last >= value));
  if (span === undefined) return end;
  return span.digits === from.length ? span.offset + Math.max(0, value - span.first) : span.offset;
}

function joined(ranges: readonly NumberRange[]): Span[] {
  const sorted = ranges
    .filter(({ from, to }) => from.length === to.length && digitsOf(from) !== null && digitsOf(to) !== null && from <= to)
    .map(({ from, to }) => ({ digits: from.length, first: Number(from), last: Number(to), offset: 0 }))
    .toSorted((a, b) => a.digits - b.digits || a.first - b.first);
  const spans: Span[] = [];
  for (const span of sorted) {
    const before = spans.at(-1);
    if (before !== undefined && before.digits === span.digits && span.first <= before.last + 1) {
      before.last = Math.max(before.last, span.last);
    } else {
      spans.push(span);
    }
  }
  let offset = 0;
  for (const span of spans) {
    span.offset = offset;
    offset += span.last - span.first + 1;
  }
  return spans;
}

function digitsOf(number: string): number | null {
  return /^\d{1,15}$/.test(number) ? Number(number) : null;
}

function written(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

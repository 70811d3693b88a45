/** Where the lines of the picture run. Pure. */
import type { UsageOnDay } from "#lib/licenses/schemas.ts";

export type Box = { width: number; height: number; left: number; bottom: number };

export type ChartLines = { assigned: string; entitled: string; area: string; top: number; ticks: { y: number; value: number }[]; xOf: (index: number) => number; yOf: (value: number) => number };

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A round number at or above what is to be shown, with a little air over it. */
export function topOf(most: number): number {
  if (most <= 4) return 4;
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((top) => top >= most)!;
}

/** The lines through the days, each at its place in time: a day that was missed leaves no step. */
export function chartLines(days: readonly UsageOnDay[], { width, height, left, bottom }: Box): ChartLines {
  const first = Date.parse(days[0]!.day);
  const span = Math.max(1, (Date.parse(days.at(-1)!.day) - first) / DAY_MS);
  const top = topOf(Math.max(...days.map(({ assigned, entitled }) => Math.max(assigned, entitled))));
  const round = (value: number) => Math.round(value * 10) / 10;
  const xOf = (index: number) => round(days.length === 1 ? width : left + ((Date.parse(days[index]!.day) - first) / DAY_MS / span) * (width - left));
  const yOf = (value: number) => round(8 + (1 - value / top) * (height - bottom - 8));
  const line = (figure: (day: UsageOnDay) => number) => {
    const points = days.map((day, index) => `${xOf(index)} ${yOf(figure(day))}`);
    return `M${(points.length === 1 ? [`${left} ${yOf(figure(days[0]!))}`, ...points] : points).join("L")}`;
  };
  const assigned = line((day) => day.assigned);
  const ground = yOf(0);
  return { assigned, entitled: line((day) => day.entitled), area: `${assigned}L${xOf(days.length - 1)} ${ground}L${left} ${ground}Z`, top, ticks: [0, top / 2, top].map((value) => ({ value, y: yOf(value) })), xOf, yOf };
}

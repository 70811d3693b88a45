/** Moments as an exported list writes them. Pure. */
import { invalid } from "#lib/operations/errors.ts";

/**
 * Makes the writer of moments in one zone: "2026-11-02 14:05:09 +01:00". The offset stands with every moment, so that it
 * means the same to every reader, also in the hour that the clocks go through twice (pains 49).
 * @param timeZone an IANA name
 * @throws OperationError invalid at `timeZone` when there is no such zone
 */
export function zonedTime(timeZone: string): (iso: string) => string {
  const format = formatFor(timeZone);
  // A list is in order of time, so that the offset asked for last is nearly always the one wanted.
  let known = { quarter: Number.NaN, minutes: 0, text: "" };
  return (iso) => {
    const at = Date.parse(iso);
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    if (quarter !== known.quarter) known = { quarter, ...offsetAt(format, quarter * QUARTER_HOUR_MS) };
    return `${new Date(at + known.minutes * MINUTE_MS).toISOString().slice(0, 19).replace("T", " ")} ${known.text}`;
  };
}

const MINUTE_MS = 60_000;
/** No zone has changed its offset within a quarter of an hour since clocks agree on zones. */
const QUARTER_HOUR_MS = 15 * MINUTE_MS;

function offsetAt(format: Intl.DateTimeFormat, at: number): { minutes: number; text: string } {
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")!.value;
  const text = name.replace("GMT", "") || "+00:00";
  const [hours, minutes] = text.slice(1).split(":").map(Number) as [number, number];
  return { minutes: (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes), text };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) throw invalid("There is no such time zone.", "timeZone");
    throw error;
  }
}

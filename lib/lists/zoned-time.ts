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
  return (iso) => {
    const parts = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const offset = parts["timeZoneName"]!.replace("GMT", "") || "+00:00";
    return `${parts["year"]}-${parts["month"]}-${parts["day"]} ${parts["hour"]}:${parts["minute"]}:${parts["second"]} ${offset}`;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    const two = "2-digit" as const;
    return new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: two, day: two, hour: two, minute: two, second: two, hourCycle: "h23", timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) throw invalid("There is no such time zone.", "timeZone");
    throw error;
  }
}

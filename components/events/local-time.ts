/** Moments as the reader's clock shows them, and back. Pure. */

export type LocalTime = { date: string; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit" as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: two, day: two, hour: two, minute: two, second: two, hourCycle: "h23" });
  formats.set(timeZone, format);
  return format;
}

/** Date and time of a moment in a zone: "2024-08-14" and "17:16:57". */
export function localTime(moment: Date | string, timeZone: string): LocalTime {
  const parts = Object.fromEntries(formatFor(timeZone).formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return { date: `${parts["year"]!.padStart(4, "0")}-${parts["month"]}-${parts["day"]}`, time: `${parts["hour"]}:${parts["minute"]}:${parts["second"]}` };
}

/** A moment as the history writes it: "2024-08-14, 17:16:57" (EVENT-10). */
export function eventTime(moment: Date | string, timeZone: string): string {
  const { date, time } = localTime(moment, timeZone);
  return `${date}, ${time}`;
}

/** The moment at which the clocks of a zone show a date and a time; where they show it twice, the first one. */
export function momentOf({ date, time }: LocalTime, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const offsetAt = (moment: number) => {
    const local = localTime(new Date(moment), timeZone);
    return Date.parse(`${local.date}T${local.time}Z`) - Math.floor(moment / 1_000) * 1_000;
  };
  // The offset of a day before and of a day after: one of them holds, unless the clocks skip the time.
  const before = asUtc - offsetAt(asUtc - 86_400_000);
  const after = asUtc - offsetAt(asUtc + 86_400_000);
  return new Date(before + offsetAt(before) === asUtc ? before : after);
}

/** A zone by its name with what it now is to UTC: "Europe/Berlin (GMT+1)". */
export function zoneInWords(timeZone: string, now: Date): string {
  const offset = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now).find(({ type }) => type === "timeZoneName")?.value;
  return offset && offset !== timeZone ? `${timeZone} (${offset})` : timeZone;
}

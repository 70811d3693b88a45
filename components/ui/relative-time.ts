const MINUTE_MS = 60_000;

type Reader = { locale: string; timeZone: string };

/**
 * A moment as a person would say it, seen from `now`: minutes within the hour, else today with the time, days within a
 * week, else the date. Days are those of the calendar in the reader's zone, so that 23:50 is "yesterday" at 00:10.
 */
export function relativeTime(moment: Date, now: Date, { locale, timeZone }: Reader): string {
  const minutes = Math.trunc((moment.getTime() - now.getTime()) / MINUTE_MS);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  if (minutes === 0) return relative.format(0, "second");
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");

  const days = dayNumber(moment, timeZone) - dayNumber(now, timeZone);
  if (days === 0) {
    const clock = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" });
    return `${relative.format(0, "day")}, ${clock.format(moment)}`;
  }
  if (Math.abs(days) < 7) return relative.format(days, "day");
  return calendarDate(moment, { locale, timeZone });
}

/** The date alone, such as "Nov 2, 2026". */
export function calendarDate(moment: Date, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" }).format(moment);
}

/** Date and time to the minute, such as "Nov 2, 2026 9:12 AM", or "November 2, 2026 9:12 AM" in full (LOGS-05, LOGS-11). */
export function dateAndTime(moment: Date, { locale, timeZone }: Reader, dateStyle: "medium" | "long"): string {
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle }).format(moment);
  return `${date} ${new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }).format(moment)}`;
}

/** Date and time to the second with the zone named, so that it means the same to every reader. */
export function exactTime(moment: Date, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { ...EXACT, timeZone }).format(moment);
}

const EXACT = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
} as const;

/** Counts calendar days in a zone; only differences mean something. */
function dayNumber(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Math.round(Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000);
}

"use client";

import { useLocale, useNow, useTimeZone } from "next-intl";
import { useMinuteClock } from "./minute-clock.ts";
import { calendarDate, dateAndTime, exactTime, relativeTime } from "./relative-time.ts";

type TimeProps = {
  /** A moment, as a date or as ISO 8601 text. */
  value: Date | string;
  /** Relative ("12 min. ago"), the date alone, date and time to the minute, the same with the month in full, or exact to the second with the zone. */
  show?: "relative" | "date" | "minute" | "longMinute" | "exact";
  /** By default those of the page. */
  locale?: string;
  timeZone?: string;
};

/** A moment as a person says it; the exact one with its zone is shown on hover. */
export function Time({ value, show = "relative", locale, timeZone }: TimeProps) {
  const pageLocale = useLocale();
  const pageZone = useTimeZone();
  const now = useMinuteClock(useNow());
  const moment = new Date(value);
  const reader = { locale: locale ?? pageLocale, timeZone: timeZone ?? pageZone ?? "UTC" };
  const exact = exactTime(moment, reader);
  const text = {
    relative: () => relativeTime(moment, now, reader),
    date: () => calendarDate(moment, reader),
    minute: () => dateAndTime(moment, reader, "medium"),
    longMinute: () => dateAndTime(moment, reader, "long"),
    exact: () => exact,
  }[show]();
  // The server's and the browser's language data may differ by a full stop or a kind of space; the text then stays the server's.
  return (
    <time dateTime={moment.toISOString()} title={exact} suppressHydrationWarning className="whitespace-nowrap">
      {text}
    </time>
  );
}

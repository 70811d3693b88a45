/** What is chosen in the filter dialog, and the filter that it means. Pure. */
import type { EventFilters } from "./event-list.ts";
import { localTime, momentOf } from "./local-time.ts";

export type FilterChoice = {
  assetKind: string;
  action: string;
  type: string;
  actorId: string;
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
};

export const NOTHING_CHOSEN: FilterChoice = { assetKind: "", action: "", type: "", actorId: "", startDate: "", startTime: "", endDate: "", endTime: "" };

/** A date alone begins with its day and ends with it. */
const DAY_BEGINS = "00:00:00";
const DAY_ENDS = "23:59:59";

/** The fields for a filter in use, its moments by the reader's clock. */
export function choiceOf({ assetKind = "", action = "", type = "", actorId = "", from, to }: EventFilters, timeZone: string): FilterChoice {
  const [start, end] = [from, to].map((moment) => (moment && !Number.isNaN(Date.parse(moment)) ? localTime(moment, timeZone) : { date: "", time: "" }));
  return { assetKind, action, type, actorId, startDate: start!.date, startTime: start!.time, endDate: end!.date, endTime: end!.time };
}

/** The filter that the fields mean; a start or an end alone will do (EVENT-47). */
export function filtersOf({ assetKind, action, type, actorId, ...dates }: FilterChoice, timeZone: string): EventFilters {
  const { from, to } = momentsOf(dates, timeZone);
  const all = { assetKind, action, type, actorId: actorId.trim(), from: from?.toISOString() ?? "", to: to?.toISOString() ?? "" };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

type Dates = Pick<FilterChoice, "startDate" | "startTime" | "endDate" | "endTime">;

function momentsOf({ startDate, startTime, endDate, endTime }: Dates, timeZone: string): { from: Date | null; to: Date | null } {
  return {
    from: startDate ? momentOf({ date: startDate, time: withSeconds(startTime) || DAY_BEGINS }, timeZone) : null,
    to: endDate ? momentOf({ date: endDate, time: withSeconds(endTime) || DAY_ENDS }, timeZone) : null,
  };
}

/** A browser leaves the seconds out where they are 0. */
function withSeconds(time: string): string {
  return time.length === 5 ? `${time}:00` : time;
}

/** What is wrong with the dates: "timeAlone" or "turned", and at which of them. */
export function dateFault(choice: FilterChoice, timeZone: string): { at: "start" | "end"; fault: "timeAlone" | "turned" } | null {
  if (choice.startTime && !choice.startDate) return { at: "start", fault: "timeAlone" };
  if (choice.endTime && !choice.endDate) return { at: "end", fault: "timeAlone" };
  const { from, to } = momentsOf(choice, timeZone);
  return from && to && to < from ? { at: "end", fault: "turned" } : null;
}

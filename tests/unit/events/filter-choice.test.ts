/** What the filter dialog means, by the reader's clock. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceOf, dateFault, filtersOf, NOTHING_CHOSEN } from "#components/events/filter-choice.ts";
import { eventTime, localTime, momentOf, zoneInWords } from "#components/events/local-time.ts";

const BERLIN = "Europe/Berlin";
const chosen = (fields: Partial<typeof NOTHING_CHOSEN>) => ({ ...NOTHING_CHOSEN, ...fields });

describe("EVENT-47 the date range", () => {
  test("is a start alone, an end alone or both; a date alone is its whole day", () => {
    expect(filtersOf(chosen({ startDate: "2026-11-20" }), BERLIN)).toEqual({ from: "2026-11-19T23:00:00.000Z" });
    expect(filtersOf(chosen({ endDate: "2026-11-20" }), BERLIN)).toEqual({ to: "2026-11-20T22:59:59.000Z" });
    expect(filtersOf(chosen({ startDate: "2026-11-20", startTime: "08:30", endDate: "2026-11-20", endTime: "09:15:30" }), BERLIN)).toEqual({ from: "2026-11-20T07:30:00.000Z", to: "2026-11-20T08:15:30.000Z" });
  });

  test("comes back into the fields as it was given", () => {
    const fields = chosen({ assetKind: "phone", actorId: "system", startDate: "2026-03-29", startTime: "01:59:59", endDate: "2026-10-25", endTime: "03:00:00" });
    expect(choiceOf(filtersOf(fields, BERLIN), BERLIN)).toEqual(fields);
  });

  test("can not end before it starts, nor have a time without its date", () => {
    expect(dateFault(chosen({ startDate: "2026-11-20", endDate: "2026-11-19" }), BERLIN)).toEqual({ at: "end", fault: "turned" });
    expect(dateFault(chosen({ startDate: "2026-11-20", endDate: "2026-11-20" }), BERLIN)).toBeNull();
    expect(dateFault(chosen({ startTime: "10:00" }), BERLIN)).toEqual({ at: "start", fault: "timeAlone" });
    expect(dateFault(chosen({ endTime: "10:00" }), BERLIN)).toEqual({ at: "end", fault: "timeAlone" });
  });
});

test("nothing chosen is no filter, and an actor id is taken without the space around it", () => {
  expect(filtersOf(NOTHING_CHOSEN, BERLIN)).toEqual({});
  expect(filtersOf(chosen({ actorId: "  " }), BERLIN)).toEqual({});
  expect(filtersOf(chosen({ actorId: " system " }), BERLIN)).toEqual({ actorId: "system" });
});

test("EVENT-10 a date reads 2024-08-14, 17:16:57", () => {
  expect(eventTime("2024-08-14T15:16:57.900Z", BERLIN)).toBe("2024-08-14, 17:16:57");
  expect(eventTime("2024-08-14T15:16:57Z", "UTC")).toBe("2024-08-14, 15:16:57");
});

test("a moment becomes a local time and is the same moment again, to the second, except in the hour that comes twice", () => {
  const zones = fc.constantFrom("UTC", BERLIN, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia");
  fc.assert(
    fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2080-01-01"), noInvalidDate: true }), zones, (moment, zone) => {
      const back = momentOf(localTime(moment, zone), zone);
      const second = new Date(Math.floor(moment.getTime() / 1_000) * 1_000);
      expect(localTime(back, zone)).toEqual(localTime(second, zone));
      expect(second.getTime() - back.getTime()).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test("the hour that the clocks skip becomes a moment beside it, and the hour that comes twice the first one", () => {
  expect(momentOf({ date: "2026-10-25", time: "02:30:00" }, BERLIN).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(momentOf({ date: "2026-03-29", time: "02:30:00" }, BERLIN).toISOString()).toMatch(/^2026-03-29T0[01]:30/);
});

test("a zone is named with what it is to UTC", () => {
  expect(zoneInWords(BERLIN, new Date("2026-11-20T00:00:00Z"))).toBe("Europe/Berlin (GMT+1)");
  expect(zoneInWords(BERLIN, new Date("2026-07-20T00:00:00Z"))).toBe("Europe/Berlin (GMT+2)");
});

import { expect, test } from "vitest";
import { daysBetween, EXPIRING_DAYS, isAssignable, isRunning, statusOf } from "#lib/orders/status.ts";

const TODAY = "2026-03-01";
const order = (fields: object = {}) => ({ startsOn: "2026-01-01", expiresOn: "2027-01-01", cancelledOn: null, assigned: false, ...fields });
const status = (fields: object) => statusOf(order(fields), TODAY);
const LAST_EXPIRING = "2026-05-30";
const FIRST_NOT_EXPIRING = "2026-05-31";

test("ORDER-06 ORDER-11 an unassigned order shows ASSIGN, also one without an expiry date", () => {
  expect(status({})).toBe("assign");
  expect(status({ expiresOn: null })).toBe("assign");
});

test("ORDER-07 ORDER-11 near its date it shows EXPIRING SOON rather than ASSIGN, and can still be assigned", () => {
  expect(daysBetween(TODAY, LAST_EXPIRING)).toBe(EXPIRING_DAYS);
  for (const expiresOn of [TODAY, LAST_EXPIRING]) {
    expect(status({ expiresOn })).toBe("expiring_soon");
    expect(status({ expiresOn, assigned: true })).toBe("expiring_soon");
    expect(isAssignable(order({ expiresOn }), TODAY)).toBe(true);
  }
  expect(status({ expiresOn: FIRST_NOT_EXPIRING })).toBe("assign");
});

test("ORDER-08 ORDER-11 past its date it shows EXPIRED, assigned or not, and can not be assigned", () => {
  const expiresOn = "2026-02-28";
  for (const assigned of [true, false]) expect(status({ expiresOn, assigned })).toBe("expired");
  expect(isAssignable(order({ expiresOn }), TODAY)).toBe(false);
  expect(isRunning(order({ expiresOn }), TODAY)).toBe(false);
});

test("ORDER-09 an assigned order without an expiry date shows PERPETUAL", () => {
  expect(status({ expiresOn: null, assigned: true })).toBe("perpetual");
});

test("ORDER-10 an order that is not activated, or starts later, shows PENDING ACTIVATION before all else, and can not be assigned", () => {
  for (const startsOn of [null, "2026-03-02"]) {
    for (const expiresOn of [null, "2026-02-28", LAST_EXPIRING]) expect(status({ startsOn, expiresOn })).toBe("pending_activation");
    expect(isAssignable(order({ startsOn }), TODAY)).toBe(false);
    expect(isRunning(order({ startsOn }), TODAY)).toBe(false);
  }
  expect(status({ startsOn: TODAY })).toBe("assign");
});

test("ORDER-11 an assigned, running order that is not near its expiry shows nothing", () => {
  expect(status({ assigned: true, expiresOn: FIRST_NOT_EXPIRING })).toBeNull();
});

test("an assigned order is not assigned again, and a cancelled one is over whatever its dates", () => {
  expect(isAssignable(order({ assigned: true }), TODAY)).toBe(false);
  for (const fields of [{}, { startsOn: null }, { expiresOn: null, assigned: true }]) expect(status({ cancelledOn: TODAY, ...fields })).toBe("expired");
  expect(isRunning(order({ cancelledOn: TODAY }), TODAY)).toBe(false);
});

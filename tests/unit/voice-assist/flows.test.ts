import { expect, test } from "vitest";
import { answerCall, describeFlow, isOpen } from "#lib/simulators/voice-assist/flows.ts";
import type { Attendant } from "#lib/simulators/voice-assist/flows.ts";

const ATTENDANT: Attendant = {
  accountId: "a", company: "Ballad", number: "49405550", timeZone: "Europe/Berlin", recipe: "opening_hours", pbxs: [],
  directory: [{ name: "Ada Brandt", number: "2001" }, { name: "Bo Brandt", number: "2002" }, { name: "Annette Ada", number: "2003" }],
};
const FRIDAY_NOON = new Date("2026-11-20T11:00:00Z");

test("VASSIST-05 it is open by the clock of the timezone, on working days", () => {
  expect([isOpen("Europe/Berlin", new Date("2026-11-20T08:00:00Z")), isOpen("Europe/Berlin", new Date("2026-11-20T07:59:00Z")), isOpen("Europe/Berlin", new Date("2026-11-20T16:00:00Z"))]).toEqual([true, false, false]);
  expect([isOpen("Asia/Tokyo", FRIDAY_NOON), isOpen("America/New_York", new Date("2026-11-20T15:00:00Z"))]).toEqual([false, true]);
  expect(isOpen("Europe/Berlin", new Date("2026-11-21T11:00:00Z")), "a Saturday").toBe(false);
});

test("the recipe with opening hours says when it is closed, and else connects by name", () => {
  expect(answerCall(ATTENDANT, new Date("2026-11-21T11:00:00Z"), ["Bo Brandt"])).toEqual([{ says: "Ballad is closed at the moment. We are here from Monday to Friday, 9:00 to 17:00." }, { ends: true }]);
  expect(answerCall(ATTENDANT, FRIDAY_NOON, ["bo brandt"]).at(-1)).toEqual({ connectsTo: { name: "Bo Brandt", number: "2002" } });
});

test("a name that two have, or nobody, is not found, and after two the call ends", () => {
  const steps = answerCall({ ...ATTENDANT, recipe: "directory" }, new Date("2026-11-21T11:00:00Z"), ["Brandt", "", "Bo"]);
  expect(steps.filter((step) => "connectsTo" in step)).toEqual([]);
  expect(steps.at(-1)).toEqual({ ends: true });
  expect(answerCall({ ...ATTENDANT, recipe: "directory" }, FRIDAY_NOON, ["Nobody", "Bo"]).at(-1)).toEqual({ connectsTo: { name: "Bo Brandt", number: "2002" } });
});

test("what a recipe does is told in sentences", () => {
  expect(describeFlow(ATTENDANT)).toHaveLength(3);
  expect(describeFlow({ ...ATTENDANT, recipe: "directory", directory: [] })).toEqual(["Welcomes the caller to Ballad.", "Asks for a name, and connects to it: 0 names are in the directory. After 2 names that it does not find it ends the call."]);
});

import { expect, test } from "vitest";
import { contentTypeOf } from "#lib/support-logs/attachments.ts";
import { distinctNames } from "#lib/support-logs/archive.ts";
import { mayChangeSupportLogs, shortFileName, tabsOf } from "#lib/support-logs/rules.ts";
import { PLATFORMS } from "#lib/support-logs/schemas.ts";
import { meanwhileOf } from "#components/support-logs/meanwhile.ts";
import { dateAndTime } from "#components/ui/relative-time.ts";

test("LOGS-15 LOGS-16 a Mitel One Mobile log has all tabs, and the signal strength for Android only", () => {
  expect(tabsOf({ product: "Mitel One Mobile", platform: "android" })).toEqual(["report", "user", "device", "signal", "error"]);
  expect(tabsOf({ product: "Mitel One Mobile", platform: "ios" })).toEqual(["report", "user", "device", "error"]);
});

test("LOGS-17 a Mitel One Web log has three tabs, and so have other applications", () => {
  for (const platform of PLATFORMS) for (const product of ["Mitel One Web", "MiCollab"] as const) expect(tabsOf({ product, platform })).toEqual(["report", "user", "error"]);
});

test("LOGS-27 LOGS-29 status and notes are changed by a partner alone", () => {
  expect([mayChangeSupportLogs("partner"), mayChangeSupportLogs("account_admin"), mayChangeSupportLogs("user")]).toEqual([true, false, false]);
});

test.each([
  ["2a03091d-6da3-40c7-9c08-af311f490963.txt", "2a03091d-6da3-40c7-9...txt"],
  ["screen.png", "screen.png"],
  ["exactly-twenty-three-ch.png", "exactly-twenty-three-ch.png"],
  ["a-long-name-without-an-extension", "a-long-name-without-..."],
  ["LICENSE", "LICENSE"],
])("LOGS-12 the file name %s is shown as %s", (name, shown) => {
  expect(shortFileName(name)).toBe(shown);
});

test.each([
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]],
  ["image/jpeg", [0xff, 0xd8, 0xff, 0xe0, 0]],
  ["image/gif", [...Buffer.from("GIF89a"), 0]],
  ["image/webp", [...Buffer.from("RIFF"), 1, 2, 3, 4, ...Buffer.from("WEBP"), 0]],
  ["text/plain", [...Buffer.from("Grüße\r\n")]],
  ["text/plain", [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')]],
  [undefined, [...Buffer.from("RIFF"), 1, 2, 3, 4, ...Buffer.from("WAVE"), 0]],
  [undefined, [...Buffer.from("PK\u0003\u0004"), 0]],
  [undefined, [0xff, 0xfe, 0x41, 0x00]],
  [undefined, [...Buffer.from("caf\xe9", "latin1")]],
])("a file is known by its content: %s", (type, bytes) => {
  expect(contentTypeOf(new Uint8Array(bytes))).toBe(type);
});

test("no two files of a zip have the same name, also where case does not count", () => {
  const names = distinctNames(["a.png", "A.PNG", "a.png", "a", "a"].map((name) => ({ name, content: "" }))).map(({ name }) => name);
  expect(names).toEqual(["a.png", "A (2).PNG", "a (3).png", "a", "a (2)"]);
});

test("of two who edit at once, what only the other changed is taken over, and what both changed is asked", () => {
  const base = { state: "open", notes: "" } as const;
  const now = { state: "reported", notes: "Ticket: #1920", modifiedBy: "Jonas Weber" } as const;
  const stored = { state: "reported", notes: "Ticket: #1920" };
  expect(meanwhileOf(base, now, { notes: "mine" })).toEqual({ by: "Jonas Weber", stored, taken: ["state"], both: ["notes"] });
  expect(meanwhileOf(base, now, { state: "reported" })).toEqual({ by: "Jonas Weber", stored, taken: ["notes"], both: [] });
  expect(meanwhileOf(base, { ...base, modifiedBy: "" }, { state: "resolved" })).toMatchObject({ taken: [], both: [] });
});

test("LOGS-05 LOGS-11 date and time read as the list and the details page write them", () => {
  const moment = new Date("2022-08-18T22:02:31Z");
  const plain = (text: string) => text.replaceAll("\u202f", " ");
  expect(plain(dateAndTime(moment, { locale: "en-US", timeZone: "Europe/Berlin" }, "medium"))).toBe("Aug 19, 2022 12:02 AM");
  expect(plain(dateAndTime(moment, { locale: "en-US", timeZone: "Europe/Berlin" }, "long"))).toBe("August 19, 2022 12:02 AM");
});

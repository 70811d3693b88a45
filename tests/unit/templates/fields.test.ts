import { describe, expect, test } from "vitest";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { SERVICE_SECTION, TEMPLATE_FIELDS, USER_SECTION, isShown } from "#lib/templates/fields.ts";
import type { TemplateField } from "#lib/templates/fields.ts";
import { isLocked } from "#lib/templates/locked-fields.ts";
import { NEW_TEMPLATE, copyOf } from "#lib/templates/new-template.ts";
import { PASSWORD_MODES, TemplateValues } from "#lib/templates/schemas.ts";

function valueAt(values: object, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined), values);
}

function fieldAt(path: string): TemplateField {
  const field = TEMPLATE_FIELDS.find((each) => each.path === path);
  if (field === undefined) throw new Error(`no field ${path}`);
  return field;
}

const ONES = { day: 1, night1: 1, night2: 1 };
const RANDOM = { mode: "random", value: "" };
const P = "phones.primary.";

// Row, path, exact label, control, value and lock in the default template, value in a new one (OP4-53 where the figure is lost).
const ROWS: [string, string, string, string, unknown, boolean, unknown][] = [
  ["ACDTF-01", "label", "Label", "text", "HotDesk SIP Softphone User", true, ""],
  ["ACDTF-02", "description", "Description", "text", "HotDesk SIP Softphone User with a single phone", true, ""],
  ["ACDTF-03", "user.uccBundle", "UCC Bundle", "choice", "UCC Premium User for Enterprise (V4.0)", false, null],
  ["ACDTF-04", "user.department", "Department", "choice", null, false, null],
  ["ACDTF-05", "user.location", "Location", "choice", null, false, null],
  ["ACDTF-06", "user.promptLanguage", "Prompt Language", "choice", "System Default - English (United States)", false, "System Default - English (United States)"],
  ["ACDTF-07", "user.password", "Password", "password", RANDOM, true, RANDOM],
  ["ACDTF-08", "user.tuiPasscode", "TUI Passcode", "password", RANDOM, true, RANDOM],
  ["ACDTF-09", "user.idsManageable", "IDS Manageable", "check", true, false, true],
  ["ACDTF-10", `${P}include`, "Include Primary Phone", "check", true, true, true],
  ["ACDTF-11", `${P}serviceLabel`, "Service Label", "text", "Primary Phone", false, ""],
  ["ACDTF-12", `${P}private`, "Private", "check", false, false, false],
  ["ACDTF-13", `${P}networkElement`, "Network Element", "choice", null, false, null],
  ["ACDTF-14", `${P}secondaryElement`, "Secondary Element", "choice", null, false, null],
  ["ACDTF-15", `${P}useDidAsOutgoing`, "Use DID Service Number as Outgoing DID Number", "check", false, false, false],
  ["ACDTF-16", `${P}cesid`, "CESID", "text", "", false, ""],
  ["ACDTF-17", `${P}hotDeskingUser`, "Hot Desking User", "check", true, true, false],
  ["ACDTF-18", `${P}acdAgent`, "ACD Agent", "check", true, true, false],
  ["ACDTF-19", `${P}enableSipSoftphone`, "Enable SIP Softphone for MiCollab for PC client", "check", true, true, false],
  ["ACDTF-20", `${P}externalHotDeskLicense`, "External Hot Desk License", "check", false, true, false],
  ["ACDTF-21", `${P}deploymentProfile`, "Deployment Profile", "choice", "default", false, "default"],
  ["ACDTF-22", `${P}preferredSet`, "Preferred Set", "choice", "No Device", true, "No Device"],
  ["ACDTF-23", `${P}includeTeleworker`, "Include Teleworker Service", "check", true, true, false],
  ["ACDTF-24", `${P}serviceLevel`, "Service Level", "choice", "Full", true, "Full"],
  ["ACDTF-25", `${P}zoneId`, "Zone ID", "number", 1, false, 1],
  ["ACDTF-26", `${P}callCoverageServiceNumber`, "Call Coverage Service Number", "number", 1, false, 1],
  ["ACDTF-27", `${P}classOfService`, "Class Of Service", "shifts", ONES, false, ONES],
  ["ACDTF-28", `${P}classOfRestriction`, "Class Of Restriction", "shifts", ONES, false, ONES],
  ["ACDTF-29", "phones.secondary.include", "Include Secondary Phone", "check", false, true, false],
  ["ACDTF-30", "phones.other.include", "Include Other Phone", "check", false, true, false],
  ["ACDTF-32", "includeGroup", "Include Group", "check", false, true, false],
  ["ACDTF-33", "includeSpeechAutoAttendant", "Include Speech Auto Attendant", "check", false, true, false],
  ["ACDTF-34", "includeNuPoint", "Include NuPoint Unified Messaging Voicemail", "check", false, true, false],
  ["ACDTF-35", "includeConferencing", "Include Audio, Web and Video Conferencing", "check", false, true, false],
  ["ACDTF-36", "client.include", "Include MiCollab Client Service", "check", true, false, false],
  ["ACDTF-37", "client.featureProfile", "Feature Profile", "choice", "UCC (V4.0) Standard", true, ""],
  ["ACDTF-38", "client.userProfile", "User Profile", "choice", "Default User Profile", false, ""],
  ["ACDTF-39", "client.deskPhoneExtension", "Desk phone extension", "choice", "none", false, "none"],
  ["ACDTF-40", "client.softPhoneExtension", "Soft phone extension", "choice", "primary", false, "none"],
  ["ACDTF-41", "client.deploymentProfile", "Deployment Profile", "choice", "Do Not Deploy", false, "Do Not Deploy"],
  ["ACDTF-42", "client.miTeamClassic", "MiTeam Classic", "check", false, false, false],
];

describe("the fields of a template, with their values in the default template, a copy and a new one", () => {
  test.each(ROWS)("%s %s is “%s”", (_row, path, label, control, inDefault, locked, inNew) => {
    expect(fieldAt(path)).toMatchObject({ label, control });
    expect(valueAt(DEFAULT_TEMPLATE, path)).toEqual(inDefault);
    expect(isLocked(path)).toBe(locked);
    expect(valueAt(NEW_TEMPLATE, path)).toEqual(inNew);
    const copied = path === "label" ? "" : path === "description" ? `Copy of ${String(inDefault)}` : inDefault;
    expect(valueAt(copyOf(DEFAULT_TEMPLATE), path)).toEqual(copied);
  });

  test("ACDTF-31 Derive DN belongs to the Other Phone and is locked with it in the default template", () => {
    expect(fieldAt("phones.other.deriveDn")).toMatchObject({ label: "Derive DN", control: "check", block: "other" });
    expect(isLocked("phones.other.deriveDn")).toBe(true);
    expect(TEMPLATE_FIELDS.filter(({ path }) => path.endsWith("deriveDn"))).toHaveLength(1);
  });

  test("every field stands in a section, the header apart, and has a value", () => {
    const sections = TEMPLATE_FIELDS.map(({ path, section }) => [section, path.split(".")[0]]);
    for (const [section, root] of sections) {
      expect(section).toBe(root === "label" || root === "description" ? null : root === "user" ? USER_SECTION : SERVICE_SECTION);
    }
    for (const { path } of TEMPLATE_FIELDS) expect(valueAt(DEFAULT_TEMPLATE, path), path).not.toBeUndefined();
    expect(new Set(TEMPLATE_FIELDS.map(({ path }) => path)).size).toBe(TEMPLATE_FIELDS.length);
    expect([USER_SECTION, SERVICE_SECTION]).toEqual(["User Information", "Service Information"]);
  });

  test("a password is the primary extension, random, or a value", () => {
    expect(Object.values(PASSWORD_MODES)).toEqual(["Same as Primary Phone Extension", "Randomly Generate", "Use this value"]);
  });

  test("ACDTPL-10 the classes are three values for day, night 1 and night 2, all of them 1", () => {
    for (const field of ["classOfService", "classOfRestriction"] as const) {
      expect(DEFAULT_TEMPLATE.phones.primary[field]).toEqual({ day: 1, night1: 1, night2: 1 });
      const changed = { ...DEFAULT_TEMPLATE.phones.primary, [field]: { day: 1, night1: 2, night2: 3 } };
      expect(TemplateValues.shape.phones.shape.primary.parse(changed)[field]).toEqual({ day: 1, night1: 2, night2: 3 });
    }
  });
});

describe("which fields are shown", () => {
  const shown = (path: string, values: TemplateValues) => isShown(fieldAt(path), values);
  const desk: TemplateValues = { ...DEFAULT_TEMPLATE, phones: { ...DEFAULT_TEMPLATE.phones, primary: { ...DEFAULT_TEMPLATE.phones.primary, hotDeskingUser: false } } };

  test("a device type for phones that are not hot desk, the hot desk boxes for those that are", () => {
    expect(shown(`${P}deviceType`, DEFAULT_TEMPLATE)).toBe(false);
    expect(shown(`${P}deviceType`, desk)).toBe(true);
    for (const field of ["acdAgent", "enableSipSoftphone", "externalHotDeskLicense"]) {
      expect(shown(P + field, DEFAULT_TEMPLATE)).toBe(true);
      expect(shown(P + field, desk)).toBe(false);
    }
  });

  test("the fields of a block only while it is included", () => {
    expect(shown("phones.secondary.zoneId", DEFAULT_TEMPLATE)).toBe(false);
    expect(shown("phones.secondary.include", DEFAULT_TEMPLATE)).toBe(true);
    const withoutClient = { ...DEFAULT_TEMPLATE, client: { ...DEFAULT_TEMPLATE.client, include: false } };
    expect(shown("client.userProfile", withoutClient)).toBe(false);
  });

  test("MiTeam Classic only with the Premium bundle", () => {
    const standard = { ...DEFAULT_TEMPLATE, user: { ...DEFAULT_TEMPLATE.user, uccBundle: "UCC Standard User for Enterprise (V4.0)" } };
    expect(shown("client.miTeamClassic", DEFAULT_TEMPLATE)).toBe(true);
    expect(shown("client.miTeamClassic", standard)).toBe(false);
  });
});

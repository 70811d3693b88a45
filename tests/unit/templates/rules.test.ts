import { describe, expect, test } from "vitest";
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "#lib/templates/default-template.ts";
import { lockedFieldChanges } from "#lib/templates/locked-fields.ts";
import { NEW_TEMPLATE, copyOf } from "#lib/templates/new-template.ts";
import { phoneChoices } from "#lib/templates/phone-choices.ts";
import { offerOf, templateErrors, templateInput } from "#lib/templates/rules.ts";
import { UCC_BUNDLES, isSipAcdSoftphone } from "#lib/templates/schemas.ts";
import type { TemplatePhone, TemplateValues } from "#lib/templates/schemas.ts";
import { templateWarnings } from "#lib/templates/warnings.ts";

type Changes = { primary?: Partial<TemplatePhone>; secondary?: Partial<TemplatePhone>; other?: Partial<TemplateValues["phones"]["other"]> };

function changed({ primary, secondary, other }: Changes, overrides: Partial<TemplateValues> = {}): TemplateValues {
  const { phones } = DEFAULT_TEMPLATE;
  return {
    ...DEFAULT_TEMPLATE,
    phones: { primary: { ...phones.primary, ...primary }, secondary: { ...phones.secondary, ...secondary }, other: { ...phones.other, ...other } },
    ...overrides,
  };
}

const user = (overrides: Partial<TemplateValues["user"]>) => ({ user: { ...DEFAULT_TEMPLATE.user, ...overrides } });
const client = (overrides: Partial<TemplateValues["client"]>) => ({ client: { ...DEFAULT_TEMPLATE.client, ...overrides } });
const paths = (values: TemplateValues) => templateErrors(values).map(({ path }) => path);
const warnings = (values: TemplateValues) =>
  templateWarnings(values)
    // The default template's own bundle gives this one always; it has a test of its own.
    .filter(({ code }) => code !== "bundle_not_sold")
    .map(({ code, path }) => `${code} ${path}`);
const desk = { include: true, deviceType: "5320 IP" };

describe("the default template", () => {
  test("can be saved as it is, and warns of nothing but its bundle", () => {
    expect(templateInput().parse(DEFAULT_TEMPLATE)).toEqual(DEFAULT_TEMPLATE);
    expect(templateWarnings(DEFAULT_TEMPLATE).map(({ code }) => code)).toEqual(["bundle_not_sold"]);
  });

  test.each<[TemplateValues, string[]]>([
    [{ ...DEFAULT_TEMPLATE, label: "Mine", description: "Mine" }, ["Label", "Description"]],
    [changed({}, user({ password: { mode: "value", value: "x" } })), ["Password", "Password"]],
    [changed({}, user({ tuiPasscode: { mode: "same_as_extension", value: "" } })), ["TUI Passcode"]],
    [changed({ primary: { hotDeskingUser: false, preferredSet: "5000" } }), ["Hot Desking User", "Preferred Set"]],
    [changed({ secondary: desk, other: { include: true, deriveDn: true } }), ["Include Secondary Phone", "Device Type", "Include Other Phone", "Derive DN"]],
    [changed({ secondary: { classOfService: { day: 2, night1: 1, night2: 1 } } }), ["Class Of Service"]],
    [changed({}, { includeGroup: true, includeNuPoint: true }), ["Include Group", "Include NuPoint Unified Messaging Voicemail"]],
    [changed({}, client({ featureProfile: "UCC (V4.0) Premium" })), ["Feature Profile"]],
  ])("locked fields that were changed are named: %#", (values, labels) => {
    expect(lockedFieldChanges(values, DEFAULT_TEMPLATE).map(({ label }) => label)).toEqual(labels);
  });

  test("free fields can be changed: both deployment profiles, the extensions, and those the manual does not name", () => {
    const values = changed(
      { primary: { deploymentProfile: "remote", zoneId: 2, cesid: "911", classOfService: { day: 2, night1: 2, night2: 2 }, private: true } },
      { ...user({ uccBundle: "UCC Standard User for Enterprise (V4.0)", department: "Sales", idsManageable: false }), ...client({ deploymentProfile: "remote", deskPhoneExtension: "primary", softPhoneExtension: "none", include: false }) },
    );
    expect(lockedFieldChanges(values, DEFAULT_TEMPLATE)).toEqual([]);
  });
});

describe("custom templates", () => {
  test("ACDTPL-15 a copy takes over every value and every selected service", () => {
    const original = changed({ secondary: desk }, { includeNuPoint: true, ...client({ miTeamClassic: true }) });
    const copy = copyOf(original);
    expect(copy).toEqual({ ...original, label: "", description: "Copy of HotDesk SIP Softphone User with a single phone" });
    copy.phones.primary.zoneId = 7;
    expect(original.phones.primary.zoneId).toBe(1);
  });

  test("neither a copy nor a new one can be saved before it has a label", () => {
    for (const values of [copyOf(DEFAULT_TEMPLATE), NEW_TEMPLATE]) {
      const labelled = templateInput().safeParse({ ...values, label: "Mine", ...(values === NEW_TEMPLATE && { phones: { ...values.phones, primary: { ...values.phones.primary, ...desk } } }) });
      expect(labelled.success).toBe(true);
      expect(templateInput().safeParse({ ...values, label: "  " }).error?.issues.map(({ path }) => path)).toContainEqual(["label"]);
    }
  });

  test("ACDTPL-17 more phones and services can be chosen with another bundle or feature profile", () => {
    const entry = { ...user({ uccBundle: "UCC Entry User for Enterprise (V4.0)" }), includeConferencing: true };
    const phones = { secondary: desk, other: { ...desk, deriveDn: true } };
    expect(offerOf("UCC Entry User for Enterprise (V4.0)", "UCC (V4.0) Standard")).toEqual({ phones: ["primary", "secondary"], conferencing: false, miTeamClassic: false });
    expect(paths(changed(phones, entry))).toEqual(["phones.other.include", "includeConferencing"]);
    expect(paths(changed(phones, { ...entry, ...user({ uccBundle: "UCC Standard User for Enterprise (V4.0)" }) }))).toEqual([]);
    expect(paths(changed(phones, { includeConferencing: true, ...client({ featureProfile: "UCC (V4.0) Entry" }) }))).toEqual(["phones.other.include", "includeConferencing"]);
  });

  test("ACDTPL-21 the other phone without Derive DN is refused", () => {
    expect(paths(changed({ other: desk }))).toEqual(["phones.other.deriveDn"]);
    expect(paths(changed({ other: { ...desk, deriveDn: true } }))).toEqual([]);
  });

  test.each<[string, TemplateValues, string[]]>([
    ["no primary phone", changed({ primary: { include: false } }), ["phones.primary.include", "client.softPhoneExtension"]],
    ["no preferred set", changed({ primary: { preferredSet: "" }, secondary: { preferredSet: "" } }), ["phones.primary.preferredSet"]],
    ["a desk phone without a device", changed({ primary: { hotDeskingUser: false } }), ["phones.primary.deviceType"]],
    ["a password to be typed in later", changed({}, user({ password: { mode: "value", value: "" } })), ["user.password.value"]],
    ["a passcode that can not be dialled", changed({}, user({ tuiPasscode: { mode: "value", value: "12ab" } })), ["user.tuiPasscode.value"]],
    ["a client without a bundle", changed({}, user({ uccBundle: null })), ["user.uccBundle"]],
    ["a client without profiles", changed({}, client({ featureProfile: "", userProfile: "", deploymentProfile: "" })), ["client.featureProfile", "client.userProfile", "client.deploymentProfile"]],
    ["an extension of a phone that is not there", changed({}, client({ deskPhoneExtension: "secondary" })), ["client.deskPhoneExtension"]],
    ["MiTeam Classic without the Premium bundle", changed({}, { ...user({ uccBundle: "UCC Standard User for Enterprise (V4.0)" }), ...client({ miTeamClassic: true }) }), ["client.miTeamClassic"]],
  ])("%s is refused at its field", (_, values, expected) => {
    expect(paths(values)).toEqual(expected);
    const issues = templateInput().safeParse(values).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join("."))).toEqual(expected);
  });
});

describe("a password or passcode of one's own", () => {
  const own = (value: string) => changed({}, user({ password: { mode: "value", value }, tuiPasscode: { mode: "value", value } }));

  test.each<[string, TemplateValues, string]>([
    ["a password too short for MiCollab", changed({}, user({ password: { mode: "value", value: "abc" } })), "user.password.value"],
    ["a passcode too short for a mailbox", changed({}, user({ tuiPasscode: { mode: "value", value: "123" } })), "user.tuiPasscode.value"],
    ["a passcode too long for a mailbox", changed({}, user({ tuiPasscode: { mode: "value", value: "12345678901" } })), "user.tuiPasscode.value"],
    ["a CESID with letters", changed({ primary: { cesid: "12a" } }), "phones.primary.cesid"],
    ["a CESID of 13 digits", changed({ primary: { cesid: "1".repeat(13) } }), "phones.primary.cesid"],
    ["a service label too long for the PBX", changed({ primary: { serviceLabel: "x".repeat(61) } }), "phones.primary.serviceLabel"],
  ])("what the systems would refuse at every user is refused when it is saved: %s", (_, values, path) => {
    expect(paths(values)).toEqual([path]);
  });

  test("must be given, the passcode in digits", () => {
    expect(paths(own(""))).toEqual(["user.password.value", "user.tuiPasscode.value"]);
    expect(paths(own("a1b2"))).toEqual(["user.tuiPasscode.value"]);
    expect(paths(own("4711"))).toEqual([]);
  });

  test("is kept by an empty input where the template holds one", () => {
    const held = (password: boolean, tuiPasscode: boolean) => templateErrors(own(""), { password, tuiPasscode }).map(({ path }) => path);
    expect(held(true, true)).toEqual([]);
    expect(held(true, false)).toEqual(["user.tuiPasscode.value"]);
    expect(templateErrors(own("a1b2"), { password: true, tuiPasscode: true }).map(({ path }) => path)).toEqual(["user.tuiPasscode.value"]);
  });
});

describe("a SIP ACD softphone", () => {
  test("ACDTPL-18 takes all three boxes; with any of them off the page warns", () => {
    const boxes = ["hotDeskingUser", "acdAgent", "enableSipSoftphone"] as const;
    expect(isSipAcdSoftphone(DEFAULT_TEMPLATE.phones.primary)).toBe(true);
    for (const box of boxes) {
      const values = changed({ primary: { [box]: false, deviceType: "5320 IP", includeTeleworker: false } });
      expect(isSipAcdSoftphone(values.phones.primary)).toBe(false);
      expect(templateErrors(values)).toEqual([]);
      expect(warnings(values)).toContain("not_a_sip_acd_softphone phones.primary.enableSipSoftphone");
    }
  });

  test("a plain second phone is no mistake, a half softphone is", () => {
    expect(warnings(changed({ secondary: desk }))).toEqual([]);
    expect(warnings(changed({ secondary: { include: true, hotDeskingUser: true } }))).toEqual(["not_a_sip_acd_softphone phones.secondary.enableSipSoftphone"]);
  });

  test("ACDTPL-22 is offered as a kind in the extension drop-downs, beside None and the other phones", () => {
    const values = changed({ secondary: desk, other: { include: true, hotDeskingUser: true, deriveDn: true } });
    expect(phoneChoices(values)).toEqual([
      { value: "none", label: "None", kind: null },
      { value: "primary", label: "Primary", kind: "SIP Softphone ACD" },
      { value: "secondary", label: "Secondary", kind: "5320 IP" },
      { value: "other", label: "Other", kind: "Hot desk phone" },
    ]);
    expect(phoneChoices(DEFAULT_TEMPLATE).map(({ value }) => value)).toEqual(["none", "primary"]);
  });
});

describe("warnings", () => {
  test.each(["Sales & Service", "Agent #1", "A/B"])("the label %s can not be used to migrate", (label) => {
    expect(warnings({ ...DEFAULT_TEMPLATE, label })).toEqual(["special_characters label"]);
  });

  test("a label of letters, digits, spaces, hyphens and underscores is fine", () => {
    expect(warnings({ ...DEFAULT_TEMPLATE, label: "Verkäufer_2 - Nord" })).toEqual([]);
  });

  test("ACDPRE-13 of the bundles only Premium is no longer sold", () => {
    const codes = (uccBundle: string | null) => templateWarnings({ ...changed({}, user({ uccBundle })), label: "Agents" }).map(({ code }) => code);
    expect(codes("UCC Premium User for Enterprise (V4.0)")).toEqual(["bundle_not_sold"]);
    for (const bundle of ["UCC Standard User for Enterprise (V4.0)", "UCC Entry User for Enterprise (V4.0)", null]) expect(codes(bundle)).toEqual([]);
  });

  test("the teleworker service needs a SIP phone, a client without a softphone has none, and some services are set up by hand", () => {
    const values = changed({ primary: { ...UNUSED_PHONE, ...desk, includeTeleworker: true } }, { includeGroup: true, includeSpeechAutoAttendant: true, includeConferencing: true });
    expect(warnings(values)).toEqual([
      "not_a_sip_acd_softphone phones.primary.enableSipSoftphone",
      "teleworker_needs_sip phones.primary.includeTeleworker",
      "no_softphone_for_client client.softPhoneExtension",
      "service_not_provisioned includeGroup",
      "service_not_provisioned includeSpeechAutoAttendant",
      "service_not_provisioned includeConferencing",
    ]);
    expect(warnings(changed({ secondary: { ...desk, deviceType: "UC Endpoint", includeTeleworker: true } }))).toEqual([]);
  });
});

test("the three bundles have the part numbers they are ordered by; Premium can no longer be ordered", () => {
  expect(UCC_BUNDLES.map(({ partNumber, orderable }) => [partNumber, orderable])).toEqual([
    ["54006539", true],
    ["54006542", true],
    ["54006545", false],
  ]);
});

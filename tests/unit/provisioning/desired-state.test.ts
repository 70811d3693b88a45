import { describe, expect, test } from "vitest";
import { desiredState, slotsWithNumbers } from "#lib/provisioning/desired-state.ts";
import { identityOf, ofKind } from "#lib/provisioning/resources.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "#lib/templates/default-template.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";
import { aPerson, aTemplate, resourcesFor, someChoices } from "./builders.ts";

function identities(resources: Resource[]): string[] {
  return resources.map(identityOf);
}

function phone(resources: Resource[], number = "2201") {
  return ofKind(resources, "mivb.phone").find(({ key }) => key === number)?.attributes;
}

const threePhones: TemplateValues = {
  ...DEFAULT_TEMPLATE,
  phones: {
    ...DEFAULT_TEMPLATE.phones,
    secondary: { ...UNUSED_PHONE, include: true, deviceType: "5320 IP", serviceLabel: "Desk" },
    other: { ...UNUSED_PHONE, include: true, deviceType: "UC Endpoint", deriveDn: true, serviceLabel: "Home", includeTeleworker: true },
  },
};

describe("a user of the default template", () => {
  test("has a user, one SIP ACD softphone, a teleworker set, a deployed client account, and an agent", () => {
    expect(identities(resourcesFor())).toEqual([
      "mivb.user abrandt",
      "mivb.phone 2201",
      "mivb.agent_group_member 2301/2201",
      "mbg.teleworker_set abrandt-2201",
      "micollab.client_account abrandt",
      "micollab.deployment abrandt",
      "micc.employee abrandt",
      "micc.agent 2201",
    ]);
    expect(phone(resourcesFor())).toMatchObject({
      isPrimary: true,
      protocol: "SIP",
      hotDeskingUser: true,
      acdAgent: true,
      enableSipSoftphone: true,
      deviceType: null,
      preferredSet: "No Device",
      serviceLevel: "Full",
      zoneId: 1,
      callCoverageServiceNumber: 1,
      classOfService: { day: 1, night1: 1, night2: 1 },
      classOfRestriction: { day: 1, night1: 1, night2: 1 },
    });
    expect(ofKind(resourcesFor(), "micollab.client_account")[0]?.attributes).toEqual({
      userName: "abrandt",
      firstName: "Ada",
      lastName: "Brandt",
      email: "ada@example.com",
      uccBundle: "UCC Premium User for Enterprise (V4.0)",
      featureProfile: "UCC (V4.0) Standard",
      userProfile: "Default User Profile",
      deskPhoneExtension: null,
      softPhoneExtension: "2201",
      phoneType: "SOFTPHONE",
      miTeamClassic: false,
      idsManageable: true,
    });
  });

  test("has no secret in any resource", () => {
    expect(JSON.stringify(resourcesFor())).not.toMatch(/password|passcode|"pin"/i);
  });
});

test("ACDTPL-11 the deployment profile of the phone and that of the client block are independent", () => {
  const profileOf = (template: TemplateValues) => ofKind(resourcesFor(template), "micollab.deployment")[0]?.attributes.profile;
  const clientProfile = (deploymentProfile: string) => ({ client: { ...DEFAULT_TEMPLATE.client, deploymentProfile } });
  expect(profileOf(DEFAULT_TEMPLATE)).toBe("default");
  expect(profileOf(aTemplate({}, clientProfile("remote")))).toBe("default");
  expect(profileOf(aTemplate({ deploymentProfile: "remote" }))).toBe("remote");
  expect(aTemplate({ deploymentProfile: "remote" }).client.deploymentProfile).toBe("Do Not Deploy");
});

test("the client block's deployment profile is for users without a softphone", () => {
  const desk = { hotDeskingUser: false, acdAgent: false, enableSipSoftphone: false, deviceType: "5320 IP" };
  const client = { ...DEFAULT_TEMPLATE.client, softPhoneExtension: "none" as const };
  expect(ofKind(resourcesFor(aTemplate(desk, { client })), "micollab.deployment")).toEqual([]);
  const deployed = resourcesFor(aTemplate(desk, { client: { ...client, deploymentProfile: "remote" } }));
  expect(ofKind(deployed, "micollab.deployment")[0]?.attributes).toEqual({ userName: "abrandt", profile: "remote" });
});

test("ACDTPL-12 every user of a template with the teleworker service gets a set on the border gateway, others none", () => {
  expect(ofKind(resourcesFor(), "mbg.teleworker_set")[0]?.attributes).toEqual({
    sipUserName: "abrandt-2201",
    number: "2201",
    description: "Ada Brandt",
  });
  expect(ofKind(resourcesFor(aTemplate({ includeTeleworker: false })), "mbg.teleworker_set")).toEqual([]);
});

test.each([
  [{ hotDeskingUser: false, deviceType: "5320 IP" }, { hotDeskingUser: false, acdAgent: false, protocol: "MINET", deviceType: "5320 IP" }],
  [{ acdAgent: false }, { hotDeskingUser: true, acdAgent: false, protocol: "MINET" }],
  [{ enableSipSoftphone: false }, { hotDeskingUser: true, acdAgent: true, protocol: "MINET" }],
])("a phone with %j is no SIP ACD softphone but an ordinary or hot desk one", (primary, expected) => {
  const resources = resourcesFor(aTemplate(primary));
  expect(phone(resources)).toMatchObject({ enableSipSoftphone: false, ...expected });
  expect(ofKind(resources, "micollab.client_account")[0]?.attributes.phoneType).toBeNull();
});

test("ACDTPL-25 ACDROLE-06 all users of a template receive the same configuration apart from personal data and numbers", () => {
  const other = aPerson({ loginId: "dortiz", firstName: "Dana", lastName: "Ortiz", email: "dana@example.com" });
  const one = resourcesFor(threePhones, { numbers: { primary: "2201", secondary: "2251" } });
  const two = resourcesFor(threePhones, { person: other, numbers: { primary: "2202", secondary: "2252" } });
  const neutral = (resources: Resource[]) =>
    JSON.stringify(resources)
      .replaceAll(/abrandt|dortiz/g, "LOGIN")
      .replaceAll(/220[12]/g, "PRIMARY")
      .replaceAll(/225[12]/g, "SECONDARY")
      .replaceAll(/Ada|Dana/g, "FIRST")
      .replaceAll(/Brandt|Ortiz/g, "LAST")
      .replaceAll(/ada@|dana@/g, "MAIL@");
  expect(neutral(two)).toBe(neutral(one));
});

test("a secondary phone has a number of its own, the other phone derives it from the primary one", () => {
  expect(slotsWithNumbers(threePhones)).toEqual(["primary", "secondary"]);
  expect(slotsWithNumbers(DEFAULT_TEMPLATE)).toEqual(["primary"]);
  const choices = someChoices({ otherPhonePrefix: "9", otherPhoneSuffix: "0" });
  const resources = resourcesFor(threePhones, { numbers: { primary: "2201", secondary: "2251" }, choices });
  expect(ofKind(resources, "mivb.phone").map(({ key, attributes }) => [key, attributes.isPrimary])).toEqual([
    ["2201", true],
    ["2251", false],
    ["922010", false],
  ]);
  expect(ofKind(resources, "mbg.teleworker_set").map(({ key }) => key)).toEqual(["abrandt-2201", "abrandt-922010"]);
});

test("ACDCC-03 the contact center is only touched when that is chosen, and only for agents", () => {
  const kinds = (resources: Resource[]) => resources.map(({ kind }) => kind).filter((kind) => kind.startsWith("micc"));
  expect(kinds(resourcesFor(DEFAULT_TEMPLATE, { choices: someChoices({ contactCenter: false }) }))).toEqual([]);
  expect(kinds(resourcesFor(aTemplate({ acdAgent: false })))).toEqual([]);
});

test("a template with voicemail gives a box at the primary number", () => {
  expect(ofKind(resourcesFor(aTemplate({}, { includeNuPoint: true })), "mivb.voicemail")).toEqual([
    { kind: "mivb.voicemail", key: "2201", attributes: { number: "2201" } },
  ]);
});

test("ACDTPL-28 users carry what the template says of IDS Manageable", () => {
  for (const idsManageable of [true, false]) {
    const template = { ...DEFAULT_TEMPLATE, user: { ...DEFAULT_TEMPLATE.user, idsManageable } };
    expect(ofKind(resourcesFor(template), "micollab.client_account")[0]?.attributes).toMatchObject({ idsManageable });
  }
});

test("department and location are the person's own, else the template's", () => {
  const template = aTemplate({}, { user: { ...DEFAULT_TEMPLATE.user, department: "Sales", location: "Ottawa" } });
  const userOf = (person = aPerson()) => ofKind(resourcesFor(template, { person }), "mivb.user")[0]?.attributes;
  expect(userOf()).toMatchObject({ department: "Sales", location: "Ottawa" });
  expect(userOf(aPerson({ department: "Board" }))).toMatchObject({ department: "Board", location: "Ottawa" });
});

test("a phone that stays keeps its MAC address and DID number; one that becomes a hot desk phone has no device", () => {
  const desk = aTemplate({ hotDeskingUser: false, deviceType: "5320 IP" });
  const held = desiredState(aPerson(), desk, { primary: "2201" }, someChoices()).map((resource) =>
    resource.kind === "mivb.phone"
      ? { ...resource, attributes: { ...resource.attributes, macAddress: "08:00:0F:00:00:01", didServiceNumber: "+16135550100" } }
      : resource,
  );
  const again = (template: TemplateValues) => phone(desiredState(aPerson(), template, { primary: "2201" }, someChoices(), held));
  expect(again(desk)).toMatchObject({ macAddress: "08:00:0F:00:00:01", didServiceNumber: "+16135550100" });
  expect(again(DEFAULT_TEMPLATE)).toMatchObject({ macAddress: null, didServiceNumber: "+16135550100" });
});

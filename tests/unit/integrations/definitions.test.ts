import { expect, test } from "vitest";
import { initialValues, shapeOf } from "#lib/integrations/fields.ts";
import { cardsOf } from "#lib/integrations/panel.ts";
import { DEFINITIONS, definitionOf } from "#lib/integrations/registry.ts";
import { INTEGRATION_KEYS } from "#lib/integrations/schemas.ts";

const tab = (name: string) => DEFINITIONS.filter((definition) => definition.tab === name).map(({ name: each }) => each);

test("every key has one definition, and every definition a key of its own", () => {
  expect(DEFINITIONS.map(({ key }) => key).toSorted()).toEqual([...INTEGRATION_KEYS].toSorted());
  for (const key of INTEGRATION_KEYS) expect(definitionOf(key).key).toBe(key);
});

test("INTEG-15 the tab Mitel lists all supported Mitel integrations", () => {
  expect(tab("mitel").toSorted()).toEqual(
    ["CloudLink Gateway", "MiCC", "MiCollab", "Mitel CX", "Mitel One", "Mitel One Workgroups", "Mitel Voice Assist", "Mitel Workflow Studio", "MiTeam Meetings", "MiVoice Business", "Unify Phone"].toSorted(),
  );
});

test("INTEG-16 INT-03 the tab 3rd party lists all seven third-party integrations", () => {
  expect(tab("third_party")).toEqual(["Zoom", "Single Sign-On", "Microsoft Office 365", "Twilio", "CM.com", "Azure AD Sync", "Microsoft Teams"]);
});

test("INTEG-17 a card has an icon, a name and a description, which may be empty as that of Mitel One", () => {
  for (const { name, icon, description, key } of cardsOf([])) {
    expect(name).not.toBe("");
    expect(icon).not.toBe("");
    if (key !== "mitel_one") expect(description, key).not.toBe("");
  }
  expect(definitionOf("mitel_one").description).toBe("");
});

test("INTEG-18 INT-04 the descriptions that are given", () => {
  expect(definitionOf("micc").description).toBe("Transform Customer Journey into omnichannel experiences.");
  expect(definitionOf("micollab").description).toBe("Everything your organization needs to connect, communicate and collaborate.");
  expect(definitionOf("cloudlink_gateway").description).toBe("Enable communications between Mitel on-premise PBXs and CloudLink based applications.");
  expect(definitionOf("mitel_voice_assist").description).toBe("Enable Mitel's Voice Assist feature.");
  expect(definitionOf("mivoice_business").description).toBe("A purpose-built communications solution built on a leading public cloud platform that improves business productivity.");
  expect(definitionOf("azure_ad_sync").description).toBe("Synchronize users between your Azure AD and Mitel's CloudLink based applications.");
  expect(definitionOf("microsoft_office_365").description).toBe("Allows Mitel Cloudlink to integrate with Microsoft Office 365");
  expect(definitionOf("single_sign_on").description).toBe("SSO for enterprises using Azure AD with Mitel's CloudLink based applications.");
});

test("PRIV-03 PRIV-04 PRIV-05 PRIV-06 PRIV-07 each integration brings the privileges of the table, and no other any", () => {
  const brought = Object.fromEntries(DEFINITIONS.filter(({ privileges }) => privileges).map(({ key, privileges }) => [key, privileges]));
  expect(brought).toEqual({
    mitel_one: ["guestAccess"],
    micc: ["delegatedAuthentication", "guestAccess"],
    miteam_meetings: ["guestAccess"],
    micollab: ["delegatedAuthentication"],
    unify_phone: ["delegatedAuthentication"],
  });
});

test("prerequisites and conflicts name integrations that there are, never the integration itself, and can all be met", () => {
  for (const { key, needs = [], conflicts = [] } of DEFINITIONS) {
    expect([...needs.flat(), ...conflicts], key).not.toContain(key);
    for (const other of [...needs.flat(), ...conflicts]) expect(INTEGRATION_KEYS).toContain(other);
    for (const oneOf of needs) expect(oneOf.some((other) => !conflicts.includes(other)), key).toBe(true);
  }
});

test("removing says of every integration what is lost, and what is not set up says what that takes", () => {
  for (const { key, loses, setUp } of DEFINITIONS) {
    expect(loses.length, key).toBeGreaterThan(0);
    if (setUp) for (const line of [setUp.status, ...setUp.takes]) expect(line, key).not.toBe("");
  }
});

test("the fields of settings have names of their own, and their beginnings are what their shape takes as a draft", () => {
  for (const { key, settings, features = [] } of DEFINITIONS) {
    const fields = settings?.fields ?? [];
    expect(new Set(fields.map(({ name }) => name)).size, key).toBe(fields.length);
    expect(new Set(features.map((feature) => feature.key)).size, key).toBe(features.length);
    expect(shapeOf(fields, { draft: true, keptSecrets: [] }).safeParse(initialValues(fields)).success, key).toBe(true);
    for (const { shownWhen, enabledWhen } of fields) {
      for (const condition of [shownWhen, enabledWhen]) if (condition) expect(fields.find(({ name }) => name === condition.field)?.kind, key).toBe("checkbox");
    }
  }
});

test("pages that integrations bring have addresses and letters of their own, and depend on features that there are", () => {
  const pages = DEFINITIONS.flatMap(({ pages = [], features = [] }) => pages.map((page) => ({ ...page, features: features.map(({ key }) => key) })));
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length);
  for (const { feature, features } of pages) if (feature) expect(features).toContain(feature);
});

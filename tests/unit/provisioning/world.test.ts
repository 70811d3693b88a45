import { describe, expect, test } from "vitest";
import { compare } from "#lib/provisioning/drift.ts";
import { adopted, repairSteps } from "#lib/provisioning/repair.ts";
import { remainingSteps } from "#lib/provisioning/remaining-steps.ts";
import { identityOf, numberOf, ofKind, peerOf, resource } from "#lib/provisioning/resources.ts";
import { numberHolders, resourcesByOwner, resourcesOf } from "#lib/provisioning/world.ts";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { aPerson, aTemplate, resourcesFor, someChoices } from "./builders.ts";

const ada = resourcesFor(aTemplate({}, { includeNuPoint: true }));
const dana = resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "dortiz" }), numbers: { primary: "2202" } });

describe("what the peers' lists tell", () => {
  const attributesOf = (kind: Parameters<typeof ofKind>[1]) => ofKind(ada, kind).map(({ attributes }) => attributes);

  test("becomes the same resources as were asked for, without secrets and links", () => {
    const lists = {
      users: attributesOf("mivb.user"),
      phones: attributesOf("mivb.phone"),
      voicemailBoxes: [{ number: "2201", passcode: "4711" }],
      agentGroups: [{ number: "2301", name: "Sales", members: ["2201"] }, { number: "2302", name: "Support", members: [] }],
      teleworkerSets: [{ sipUserName: "abrandt-2201", number: "2201", description: "Ada Brandt", sipPassword: "secret" }],
      clientAccounts: ofKind(ada, "micollab.client_account").map(({ attributes }) => ({ ...attributes, deviceType: 76, password: "secret" })),
      deployments: [{ userName: "abrandt", profile: "default", link: "https://example.com/d/1" }],
      employees: attributesOf("micc.employee"),
      agents: [{ agentNumber: "2201", loginId: "abrandt", skillGroups: ["2301"] }],
    };
    expect(resourcesOf(lists as Parameters<typeof resourcesOf>[0])).toEqual(ada);
  });

  test("is told apart by owner; what is nobody's is left out", () => {
    const orphans = [resource("mivb.voicemail", { number: "2250" }), resource("mbg.teleworker_set", { sipUserName: "lobby", number: "2251", description: "" })];
    const left = resource("mbg.teleworker_set", { sipUserName: "abrandt-2260", number: "2260", description: "" });
    const owned = resourcesByOwner([...ada, ...dana, ...orphans, left]);
    expect(Object.fromEntries(owned)).toEqual({ abrandt: [...ada, left], dortiz: dana });
  });

  test("says who holds a number, users and everything else", () => {
    const numbersInUse = [{ number: "2201", usedBy: "phone service of abrandt" }, { number: "2206", usedBy: "hunt group “Reception”" }];
    expect(Object.fromEntries(numberHolders({ resources: [...ada, ...dana], numbersInUse }))).toEqual({
      "2201": { usedBy: "phone service of abrandt", loginId: "abrandt" },
      "2202": { usedBy: "dortiz", loginId: "dortiz" },
      "2206": { usedBy: "hunt group “Reception”", loginId: null },
    });
  });

  test("resources name their peer and their number", () => {
    expect(ada.map((one) => [peerOf(one.kind), numberOf(one)])).toEqual([
      ["mivb", ""],
      ["mivb", "2201"],
      ["mivb", "2201"],
      ["mivb", "2201"],
      ["mbg", "2201"],
      ["micollab", ""],
      ["micollab", ""],
      ["micc", ""],
      ["micc", "2201"],
    ]);
  });
});

describe("drift", () => {
  test("is told in sentences, per user and peer", () => {
    const found = ada
      .filter(({ kind }) => kind !== "mivb.voicemail")
      .map((one) => (one.kind === "mivb.phone" ? { ...one, attributes: { ...one.attributes, zoneId: 3, private: true } } : one));
    const stranger = resource("mbg.teleworker_set", { sipUserName: "lobby", number: "2251", description: "" });
    const differences = compare(ada, [...found, stranger], { mivb: "mivb-1" });
    expect(differences.map(({ difference, peer, loginId, message }) => [difference, peer, loginId, message])).toEqual([
      ["changed", "mivb", "abrandt", "Phone 2201 of abrandt differs on mivb-1: private is on instead of off, zone ID is 3 instead of 1."],
      ["missing", "mivb", "abrandt", "Voicemail box 2201 of abrandt is missing on mivb-1."],
      ["unexpected", "mbg", null, "Teleworker set lobby is on Border Gateway, but was not asked for."],
    ]);
    expect(differences[0]?.fields).toEqual([
      { field: "private", wanted: false, found: true },
      { field: "zoneId", wanted: 1, found: 3 },
    ]);
  });

  test("is repaired with what the repair can not do without", () => {
    const steps = repairSteps([{ kind: "mivb.voicemail", key: "2201" }], ada, ada.slice(0, 1));
    expect(steps.map((step) => `${step.action} ${identityOf(step)}`)).toEqual(["create mivb.phone 2201", "create mivb.voicemail 2201"]);
  });

  test("a name that is adopted becomes the person's, and is wanted on every peer", () => {
    const found = ada.map((one) => (one.kind === "mivb.user" ? { ...one, attributes: { ...one.attributes, lastName: "Byron" } } : one));
    const { desired, people } = adopted([{ kind: "mivb.user", key: "abrandt" }], ada, found);
    expect(Object.fromEntries(people)).toEqual({ abrandt: { lastName: "Byron" } });
    expect(compare(desired, found).map(({ message }) => message)).toEqual([
      "Client account abrandt differs on MiCollab Client: last name is Brandt instead of Byron.",
      "Employee abrandt differs on Contact Center: last name is Brandt instead of Byron.",
    ]);
  });
});

describe("what remains to be done by hand", () => {
  const codes = (resources: Parameters<typeof remainingSteps>[0]) => remainingSteps(resources).map(({ code }) => code);

  test("ACDCC-11 is nothing once group and contact center have the agent", () => {
    expect(codes([...ada, ...dana])).toEqual([]);
    expect(codes(resourcesFor(aTemplate({ acdAgent: false })))).toEqual([]);
  });

  test("ACDCC-04 ACDCC-11 is the agent group, the contact center's user, and the synchronization after a change on the PBX", () => {
    const alone = resourcesFor(DEFAULT_TEMPLATE, { choices: someChoices({ agentGroups: [], contactCenter: false }) });
    expect(codes(alone)).toEqual(["agent_group", "contact_center_user"]);
    const member = resource("mivb.agent_group_member", { group: "2301", agentNumber: "2201" });
    expect(codes([...alone, member])).toEqual(["contact_center_user", "synchronize"]);
    const inContactCenter = resourcesFor(DEFAULT_TEMPLATE, { choices: someChoices({ agentGroups: [] }) });
    expect(codes(inContactCenter)).toEqual(["agent_group"]);
    expect(remainingSteps([...inContactCenter, member])).toEqual([
      { code: "synchronize", number: "2201", message: "Synchronize the contact center, so that it learns the agent groups of 2201." },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import type { ClientServiceInfo } from "#lib/provisioning/adapters/adapter.ts";
import { describeProblem } from "#lib/provisioning/describe-problem.ts";
import { problemsOf } from "#lib/provisioning/problems.ts";
import type { UserPlan } from "#lib/provisioning/problem.ts";
import type { Peers, World } from "#lib/provisioning/world.ts";
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "#lib/templates/default-template.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";
import { aPerson, aTemplate, aUserPlan, aWorld, resourcesFor, someChoices, somePeers } from "./builders.ts";

function found(users: UserPlan[], world: Partial<World> = {}) {
  return problemsOf(users, aWorld(world));
}

/** The sentences about one new user of a template. */
function sentences(template: TemplateValues, world: Partial<World> = {}, numbers = { primary: "2201" }): string[] {
  const problems = found([aUserPlan(resourcesFor(template, { numbers }))], world);
  return [...problems.forAll, ...(problems.byUser.get("user-1") ?? [])].map((problem) => describeProblem(problem, "mivb-1").message);
}

function micollab(overrides: Partial<ClientServiceInfo>): Partial<World> {
  const { micollab: usual } = somePeers();
  return usual === null ? {} : { peers: somePeers({ micollab: { ...usual, ...overrides } }) };
}

function pbx(overrides: Partial<NonNullable<Peers["mivb"]>>): Partial<World> {
  const { mivb } = somePeers();
  return mivb === null ? {} : { peers: somePeers({ mivb: { ...mivb, ...overrides } }) };
}

test("a plan that can be applied has none", () => {
  expect(found([aUserPlan(resourcesFor())])).toEqual({ forAll: [], byUser: new Map() });
});

describe("the peers", () => {
  test("ACDPRE-02 co-located mode refuses SIP ACD softphones and says to convert first", () => {
    expect(sentences(DEFAULT_TEMPLATE, micollab({ mode: "colocated" }))).toEqual([
      "micollab-1 runs in co-located mode. Convert it to integrated mode before users get an ACD SIP softphone.",
    ]);
    expect(sentences(aTemplate({ hotDeskingUser: false, deviceType: "5320 IP" }), micollab({ mode: "colocated" }))).toEqual([]);
  });

  test("flow through provisioning must be on", () => {
    expect(sentences(DEFAULT_TEMPLATE, micollab({ flowThrough: false }))).toEqual([
      "Flow through provisioning is off on micollab-1. It must be on before users get an ACD SIP softphone.",
    ]);
  });

  test.each(["9.4", "9.4 SP1", "9.10", "10.0.0.12"])("release %s of the PBX is new enough", (release) => {
    expect(sentences(DEFAULT_TEMPLATE, pbx({ release }))).toEqual([]);
  });

  test.each(["9.3.9", "8.0", "9", "unknown"])("release %s of the PBX is too old", (release) => {
    expect(sentences(DEFAULT_TEMPLATE, pbx({ release }))).toEqual([
      `mivb-1 has release ${release}. The ACD SIP softphone needs MiVoice Business 9.4 or later.`,
    ]);
  });

  test("every kind that is needed must be connected", () => {
    expect(sentences(DEFAULT_TEMPLATE, { peers: somePeers({ mbg: null, micc: null }) })).toEqual([
      "No Border Gateway is connected to this account.",
      "No Contact Center is connected to this account.",
    ]);
    const peers = somePeers({ mbg: null });
    expect(sentences(aTemplate({ includeTeleworker: false }), { peers })).toEqual([]);
  });
});

test("a name that the systems would refuse is found before anything is sent, once for all of them", () => {
  const person = aPerson({ lastName: "b".repeat(61) });
  const [problem] = found([aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { person }))]).byUser.get("user-1") ?? [];
  expect(problem && describeProblem(problem)).toEqual({
    code: "name_too_long",
    message: "The last name is too long for the systems, which take at most 60 characters.",
    suggestion: "Shorten the name",
  });
  expect(found([aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ lastName: "b".repeat(60) }) }))]).byUser.size).toBe(0);
});

describe("numbers", () => {
  test("pains 25: one that is taken is told with its holder", () => {
    const numbersInUse = [{ number: "2201", usedBy: "hunt group “Reception”" }];
    expect(sentences(DEFAULT_TEMPLATE, { numbersInUse })).toEqual(["Number 2201 is in use on mivb-1 by hunt group “Reception”."]);
  });

  test("one that two users would get is a problem of the second", () => {
    const second = aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "dortiz" }) }), [], { id: "user-2", name: "Dana Ortiz" });
    const { byUser } = found([aUserPlan(resourcesFor()), second]);
    expect([...byUser]).toEqual([["user-2", [{ code: "number_taken", number: "2201", usedBy: "Ada Brandt", nextFree: null }]]]);
  });

  test("one outside the ranges is refused; the user's own phone may be made anew with it", () => {
    const numbers = { primary: "7000" };
    expect(sentences(DEFAULT_TEMPLATE, {}, numbers)).toEqual(["Number 7000 is not in the number ranges of mivb-1: 2200 to 2299."]);
    const present = resourcesFor(aTemplate({ hotDeskingUser: false, deviceType: "5320 IP" }), { numbers });
    expect(found([aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { numbers }), present)], { resources: present }).byUser.size).toBe(0);
  });

  test("one with # can not go over a remote border gateway", () => {
    const { mbg } = somePeers();
    const actual = resourcesFor(aTemplate({ includeTeleworker: false }), { numbers: { primary: "1#001" } });
    const user = aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { numbers: { primary: "1#001" } }), actual);
    const over = (connection: "local" | "remote" | "clustered") =>
      found([user], { resources: actual, peers: somePeers({ mbg: mbg && { ...mbg, connection } }) }).byUser.get("user-1") ?? [];
    expect(over("remote").map((problem) => describeProblem(problem))).toEqual([
      { code: "hash_number", message: "Number 1#001 contains “#” and can not be used on mbg-1, which is connected remotely.", suggestion: "Use 1*001" },
    ]);
    expect([...over("local"), ...over("clustered")]).toEqual([]);
  });

  test("one of another length than the voicemail boxes can not have a box", () => {
    expect(sentences(aTemplate({}, { includeNuPoint: true }), pbx({ voicemailDigitLength: 5 }))).toEqual([
      "Number 2201 can not have a voicemail box: boxes on mivb-1 have 5 digits.",
    ]);
  });
});

describe("what the peers do not have", () => {
  test("classes, zones and profiles are told with the phone they were meant for", () => {
    const template = aTemplate({ zoneId: 9, classOfService: { day: 1, night1: 7, night2: 7 }, classOfRestriction: { day: 8, night1: 1, night2: 1 }, deploymentProfile: "vip" });
    expect(sentences(template, micollab({ featureProfiles: [], userProfiles: [] }))).toEqual([
      "mivb-1 has no class of service 7, which phone 2201 is to have.",
      "mivb-1 has no class of restriction 8, which phone 2201 is to have.",
      "mivb-1 has no zone 9, which phone 2201 is to have.",
      "micollab-1 has no feature profile “UCC (V4.0) Standard”.",
      "micollab-1 has no user profile “Default User Profile”.",
      "micollab-1 has no deployment profile “vip”.",
    ]);
  });

  test("agent groups must exist on the PBX, and be known in the contact center", () => {
    expect(sentences(DEFAULT_TEMPLATE, { agentGroups: [], skillGroups: [] })).toEqual([
      "mivb-1 has no agent group 2301.",
      "micc-1 does not know skill group 2301 yet.",
    ]);
  });

  test("nothing is held against what stays as it is", () => {
    const world = { ...pbx({ zones: [], classesOfService: [], voicemailDigitLength: 9 }), agentGroups: [], skillGroups: [] };
    expect(found([aUserPlan(resourcesFor(), resourcesFor())], world)).toEqual({ forAll: [], byUser: new Map() });
  });
});

describe("the rules of a user", () => {
  test("a MiNET phone can not be newly made for an ACD agent, but one that is there can be kept", () => {
    const minet = aTemplate({ enableSipSoftphone: false, includeTeleworker: false });
    expect(sentences(minet)).toEqual(["Phone 2201 would be a new MiNET phone for an ACD agent, which is no longer possible."]);
    const changed = resourcesFor(aTemplate({ enableSipSoftphone: false, includeTeleworker: false, zoneId: 2 }));
    expect(found([aUserPlan(changed, resourcesFor(minet))], { resources: resourcesFor(minet) }).byUser.size).toBe(0);
  });

  test("more phones than the PBX takes for a user", () => {
    const secondary = { ...UNUSED_PHONE, include: true, deviceType: "5320 IP" };
    const two = aTemplate({}, { phones: { ...DEFAULT_TEMPLATE.phones, secondary } });
    const desired = resourcesFor(two, { numbers: { primary: "2201", secondary: "2202" }, choices: someChoices() });
    expect(found([aUserPlan(desired)], pbx({ maxServicesPerUser: 1 })).byUser.get("user-1")).toEqual([
      { code: "too_many_services", count: 2, most: 1, peer: "mivb-1" },
    ]);
  });
});

describe("licenses", () => {
  function newUser(number: number): UserPlan {
    const person = aPerson({ loginId: `user${number}` });
    return aUserPlan(resourcesFor(DEFAULT_TEMPLATE, { person, numbers: { primary: String(2200 + number) } }), [], { id: `user-${number}` });
  }
  const left = (total: number, used: number) =>
    micollab({ licences: [{ bundle: "UCC Premium User for Enterprise (V4.0)", partNumber: "54006545", total, used }] });

  test("are counted over the whole batch; those for whom none is left are named", () => {
    const { byUser } = found([newUser(1), newUser(2), newUser(3)], left(46, 45));
    expect([...byUser.keys()]).toEqual(["user-2", "user-3"]);
    const [problem] = byUser.get("user-2") ?? [];
    expect(problem && describeProblem(problem)).toEqual({
      code: "no_license_left",
      message: "No license of “UCC Premium User for Enterprise (V4.0)” is left: 46 of 46 would be used.",
      suggestion: "See subscriptions",
    });
  });

  test("are not taken by users who can not be applied anyway, nor by those who have one", () => {
    const blocked = aUserPlan(resourcesFor(aTemplate({ zoneId: 9 })), [], { id: "blocked" });
    const holder = aUserPlan(resourcesFor(aTemplate({ zoneId: 2 })), resourcesFor(), { id: "holder" });
    expect([...found([blocked, holder, newUser(2)], left(1, 0)).byUser.keys()]).toEqual(["blocked"]);
  });

  test("of a bundle that the peer does not know are told as such", () => {
    expect(sentences(DEFAULT_TEMPLATE, micollab({ licences: [] }))).toEqual([
      "micollab-1 has no licenses of “UCC Premium User for Enterprise (V4.0)”.",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { draftPlan } from "#lib/provisioning/draft-plan.ts";
import type { DraftRequest, DraftUser } from "#lib/provisioning/draft-plan.ts";
import { basisOf, fingerprintOf, whatMoved } from "#lib/provisioning/fingerprint.ts";
import type { World } from "#lib/provisioning/world.ts";
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "#lib/templates/default-template.ts";
import { aPerson, aTemplate, aWorld, resourcesFor, someChoices, somePeers } from "./builders.ts";

function aUser(index: number, numbers: DraftUser["numbers"] = {}): DraftUser {
  return { id: `user-${index}`, name: `User ${index}`, person: aPerson({ loginId: `user${index}` }), numbers };
}

function aRequest(overrides: Partial<DraftRequest> = {}): DraftRequest {
  return { users: [aUser(1)], template: DEFAULT_TEMPLATE, choices: someChoices(), reserved: new Map(), ...overrides };
}

describe("a draft", () => {
  test("gives each user a number, what is wanted, steps and problems, in the order asked for", () => {
    const world = aWorld({ numbersInUse: [{ number: "2206", usedBy: "hunt group “Reception”" }] });
    const { users, forAll } = draftPlan(aRequest({ users: [aUser(1), aUser(2, { primary: "2206" }), aUser(3)] }), world);
    expect(forAll).toEqual([]);
    expect(users.map(({ id, number, steps, problems }) => [id, number, steps.length, problems])).toEqual([
      ["user-1", "2200", 8, []],
      ["user-2", "", 0, [{ code: "number_taken", number: "2206", usedBy: "hunt group “Reception”", nextFree: "2207" }]],
      ["user-3", "2201", 8, []],
    ]);
  });

  test("a user keeps the present number, and numbers that the portal has promised are not given", () => {
    const present = resourcesFor(aTemplate({ zoneId: 2 }), { person: aPerson({ loginId: "user1" }), numbers: { primary: "2250" } });
    const reserved = new Map([["2200", { usedBy: "Dana Ortiz", loginId: "dortiz" }]]);
    const { users } = draftPlan(aRequest({ users: [aUser(1), aUser(2)], reserved }), aWorld({ resources: present }));
    expect(users.map(({ number }) => number)).toEqual(["2250", "2201"]);
    expect(users[0]?.steps.map(({ action, kind }) => `${action} ${kind}`)).toEqual(["update mivb.phone"]);
  });

  test("planning again after it was applied gives no steps", () => {
    const first = draftPlan(aRequest({ users: [aUser(1), aUser(2)] }), aWorld());
    const after = aWorld({ resources: first.users.flatMap(({ desired }) => desired) });
    const again = draftPlan(aRequest({ users: [aUser(1), aUser(2)] }), after);
    expect(again.users.map(({ number, steps, problems }) => [number, steps, problems])).toEqual([["2200", [], []], ["2201", [], []]]);
  });

  test("numbers start where they are told to, and secondary phones get their own", () => {
    const secondary = { ...UNUSED_PHONE, include: true, deviceType: "5320 IP" };
    const template = aTemplate({}, { phones: { ...DEFAULT_TEMPLATE.phones, secondary } });
    const { users } = draftPlan(aRequest({ template, firstNumber: "2290", users: [aUser(1), aUser(2, { secondary: "2295" })] }), aWorld());
    const numbers = users.map(({ desired }) => desired.filter(({ kind }) => kind === "mivb.phone").map(({ key }) => key));
    expect(numbers).toEqual([["2290", "2291"], ["2292", "2295"]]);
  });

  test("an other phone needs a prefix or suffix to make its number with", () => {
    const other = { ...UNUSED_PHONE, include: true, deviceType: "5320 IP", deriveDn: true };
    const template = aTemplate({}, { phones: { ...DEFAULT_TEMPLATE.phones, other } });
    const choices = someChoices({ otherPhonePrefix: "" });
    expect(draftPlan(aRequest({ template, choices }), aWorld()).forAll).toEqual([{ code: "no_derivation" }]);
    const made = draftPlan(aRequest({ template }), aWorld());
    expect(made.users[0]?.problems).toMatchObject([{ code: "number_outside_ranges", number: "92200" }]);
  });

  test("10,000 users are drafted together", () => {
    const { mivb } = somePeers();
    const peers = somePeers({ mivb: mivb && { ...mivb, numberRanges: [{ from: "30000", to: "69999" }] } });
    const users = Array.from({ length: 10_000 }, (_, index) => aUser(index));
    const draft = draftPlan(aRequest({ users }), aWorld({ peers }));
    expect(draft.users.at(-1)).toMatchObject({ number: "39999", problems: [{ code: "no_license_left" }] });
    expect(draft.users.filter(({ problems }) => problems.length === 0)).toHaveLength(46);
  });
});

describe("the fingerprint of a plan", () => {
  function basis(world: World = aWorld(), request: Partial<DraftRequest> = {}) {
    const { users, forAll } = draftPlan(aRequest({ users: [aUser(1, { primary: "2201" })], ...request }), world);
    return basisOf(users, forAll, world.peers);
  }
  const approved = basis();

  test("is the same for the same world, in whatever order it was read", () => {
    const present = resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "user1" }) });
    const one = basis(aWorld({ resources: present }));
    const two = basis(aWorld({ resources: present.toReversed() }));
    expect(fingerprintOf(two)).toBe(fingerprintOf(one));
    expect(whatMoved(one, two)).toEqual([]);
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(JSON.parse(JSON.stringify(one)))).toBe(fingerprintOf(one));
  });

  const { mivb, micollab } = somePeers();
  const elsewhere = resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "other" }), numbers: { primary: "2202" } });
  const licenses = (used: number) => ({ bundle: "UCC Premium User for Enterprise (V4.0)", partNumber: "54006545", total: 46, used });

  test.each<[string, Partial<World>]>([
    ["another user's phones", { resources: elsewhere }],
    ["licenses, while enough are left", { peers: somePeers({ micollab: micollab && { ...micollab, licences: [licenses(45)] } }) }],
    ["a number that nobody wants", { numbersInUse: [{ number: "2299", usedBy: "a trunk" }] }],
  ])("does not care about %s", (_, world) => {
    expect(fingerprintOf(basis(aWorld(world)))).toBe(fingerprintOf(approved));
  });

  test.each<[Partial<World>, Partial<DraftRequest>, string[]]>([
    [{ numbersInUse: [{ number: "2201", usedBy: "a trunk" }] }, {}, [
      "What User 1 is to have has changed.",
      "User 1: Number 2201 is in use on MiVoice Business by a trunk.",
    ]],
    [{ peers: somePeers({ micollab: micollab && { ...micollab, licences: [licenses(46)] } }) }, {}, [
      "User 1: No license of “UCC Premium User for Enterprise (V4.0)” is left: 46 of 46 would be used.",
    ]],
    [{ peers: somePeers({ micollab: micollab && { ...micollab, flowThrough: false } }) }, {}, [
      "Flow through provisioning is off on micollab-1. It must be on before users get an ACD SIP softphone.",
    ]],
    [{ peers: somePeers({ mivb: mivb && { ...mivb, release: "9.5" } }) }, {}, ["mivb-1 had release 9.4 and now has 9.5."]],
    [{ peers: somePeers({ mivb: mivb && { ...mivb, name: "mivb-2" } }) }, {}, ["MiVoice Business was mivb-1 and is now mivb-2."]],
    [{ peers: somePeers({ micc: null }) }, {}, ["Contact Center micc-1 is no longer connected.", "No Contact Center is connected to this account."]],
    [{ resources: resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "user1" }) }).slice(0, 1) }, {}, ["User user1 of User 1 was made by somebody else."]],
    [{}, { template: aTemplate({ zoneId: 2 }) }, ["What User 1 is to have has changed."]],
    [{}, { users: [] }, ["User 1 is no longer among the users of the plan."]],
    [{}, { users: [aUser(1, { primary: "2201" }), aUser(2)] }, ["User 2 was added to the users of the plan."]],
    [{}, { users: [{ ...aUser(1, { primary: "2201" }), name: "Ada" }] }, ["User 1 is now called Ada."]],
  ])("moves with what matters, and says what it was: %#", (world, request, sentences) => {
    const now = basis(aWorld(world), request);
    expect(fingerprintOf(now)).not.toBe(fingerprintOf(approved));
    expect(whatMoved(approved, now)).toEqual(sentences);
  });

  test("tells what was changed or is gone on the peers", () => {
    const present = resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ loginId: "user1" }) });
    const changed = present.map((resource) => (resource.kind === "mivb.phone" ? { ...resource, attributes: { ...resource.attributes, zoneId: 2 } } : resource));
    const before = basis(aWorld({ resources: present }));
    expect(whatMoved(before, basis(aWorld({ resources: changed })))).toEqual(["Phone 2201 of User 1 was changed."]);
    expect(whatMoved(before, basis(aWorld({ resources: present.filter(({ kind }) => kind !== "micollab.deployment") })))).toEqual([
      "Deployment of user1 of User 1 is gone.",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { describe as describeStep } from "#lib/provisioning/describe.ts";
import { describeFailure } from "#lib/provisioning/describe-failure.ts";
import { linesOf } from "#lib/provisioning/lines.ts";
import { plan } from "#lib/provisioning/plan.ts";
import { makingPrimary } from "#lib/provisioning/steps.ts";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { aPerson, aTemplate, resourcesFor } from "./builders.ts";

const groups = new Map([["2301", "Sales"], ["2302", "Support"]]);
const withVoicemail = aTemplate({}, { includeNuPoint: true });

function shown(steps: Parameters<typeof linesOf>[0]): string[] {
  return linesOf(steps, groups).map(({ title, detail }) => `${title} | ${detail}`);
}

describe("the lines of a plan", () => {
  test("tell what is made for a new user", () => {
    expect(shown(plan(resourcesFor(withVoicemail), []))).toEqual([
      "Create user and hot desk phone | 2201 SIP softphone, ACD agent, type 76",
      "Create voicemail box | 2201",
      "Add to agent group | 2201 Sales",
      "Create teleworker set on border gateway | abrandt-2201",
      "Create client account, soft phone extension | 2201 deploy: default",
      "Create employee and agent | agent 2201 skill group Sales",
    ]);
  });

  test("tell what is removed", () => {
    expect(shown(plan([], resourcesFor()))).toEqual([
      "Delete agent and employee | agent 2201 skill group Sales",
      "Delete client account, soft phone extension | 2201 deploy: default",
      "Delete teleworker set on border gateway | abrandt-2201",
      "Remove from agent group | 2201 Sales",
      "Delete hot desk phone and user | 2201 SIP softphone, ACD agent, type 76",
    ]);
  });

  test("stand for every step, each once and in order", () => {
    const steps = plan(resourcesFor(withVoicemail), []);
    expect(linesOf(steps).flatMap(({ positions }) => positions)).toEqual(steps.map((_, position) => position));
  });

  test("tell what changes", () => {
    const minet = aTemplate({ enableSipSoftphone: false });
    expect(shown(plan(resourcesFor(), resourcesFor(minet)))).toContain("Change phone | 2201: MINET to SIP");
    expect(shown(plan(resourcesFor(aTemplate({ zoneId: 2, classOfService: { day: 1, night1: 2, night2: 3 } })), resourcesFor()))).toEqual([
      "Change phone | 2201: zone ID from 1 to 2, class of service from 1, 1, 1 to 1, 2, 3",
    ]);
    expect(shown(plan(resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ department: "Sales" }) }), resourcesFor()))).toEqual([
      "Change user | abrandt: department from none to Sales",
    ]);
    expect(shown([makingPrimary("2202", "2201")])).toEqual(["Make primary phone | 2202 instead of 2201"]);
    expect(shown([{ action: "update", kind: "micc.agent", key: "2201", changes: { skillGroups: { before: [], after: ["2301", "2302"] } } }])).toEqual([
      "Change agent | 2201: skill groups from none to Sales, Support",
    ]);
  });

  test("name plain phones by their device", () => {
    const desk = resourcesFor(aTemplate({ hotDeskingUser: false, deviceType: "5320 IP" }));
    const generic = resourcesFor(aTemplate({ hotDeskingUser: false, deviceType: "Generic SIP Phone" }));
    const made = (resources: typeof desk) => plan(resources, []).filter(({ kind }) => kind === "mivb.phone").map((step) => describeStep(step));
    expect(made(desk)).toEqual([{ title: "Create desk phone", detail: "2201 5320 IP" }]);
    expect(made(generic)).toEqual([{ title: "Create generic SIP phone", detail: "2201 Generic SIP Phone" }]);
  });
});

test.each([
  [new PeerError("mbg", "unreachable", "timeout", "timeout"), "mbg-1 did not answer in time. It is tried again by itself."],
  [new PeerError("mbg", "unreachable", "refused", "connect ECONNREFUSED"), "mbg-1 can not be reached. It is tried again by itself."],
  [new PeerError("mbg", "transient", "busy", "Database is being saved"), "mbg-1 can not do this now: Database is being saved. It is tried again by itself."],
  [new PeerError("mbg", "conflict", "number_in_use", "Number 2201 is in use."), "mbg-1 already has something else in this place: Number 2201 is in use."],
  [new PeerError("mbg", "rejected", "no_reason", ""), "mbg-1 refused."],
])("a failure is told with the peer's own reason: %s", (error, sentence) => {
  expect(describeFailure(error, "mbg-1")).toBe(sentence);
});

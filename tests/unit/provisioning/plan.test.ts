import { describe, expect, test } from "vitest";
import { plan } from "#lib/provisioning/plan.ts";
import { rollbackOf } from "#lib/provisioning/rollback.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "#lib/templates/default-template.ts";
import { aPerson, aTemplate, resourcesFor } from "./builders.ts";

function written(steps: Step[]): string[] {
  return steps.map((step) => {
    const fields = step.action === "update" ? ` ${Object.keys(step.changes).join(",")}` : "";
    return `${step.action} ${step.kind} ${step.key}${fields}`;
  });
}

const minetAgent = aTemplate({ enableSipSoftphone: false, includeTeleworker: false }, { client: { ...DEFAULT_TEMPLATE.client, include: false } });
const deskPhone = aTemplate({ hotDeskingUser: false, deviceType: "5320 IP" }, { client: { ...DEFAULT_TEMPLATE.client, deskPhoneExtension: "primary", softPhoneExtension: "none" } });

describe("the order of steps", () => {
  test("a new user is made on the PBX, the border gateway, the client service, and last in the contact center", () => {
    expect(written(plan(resourcesFor(aTemplate({}, { includeNuPoint: true })), []))).toEqual([
      "create mivb.user abrandt",
      "create mivb.phone 2201",
      "create mivb.voicemail 2201",
      "create mivb.agent_group_member 2301/2201",
      "create mbg.teleworker_set abrandt-2201",
      "create micollab.client_account abrandt",
      "create micollab.deployment abrandt",
      "create micc.employee abrandt",
      "create micc.agent 2201",
    ]);
  });

  test("removing goes the other way round", () => {
    const resources = resourcesFor();
    expect(written(plan([], resources))).toEqual(written(plan(resources, [])).toReversed().map((step) => step.replace("create", "delete")));
  });

  test("rolling back what was made so far removes just that, in reverse order", () => {
    const steps = plan(resourcesFor(), []);
    const made = resourcesFor().slice(0, 3);
    expect(written(rollbackOf(steps, made))).toEqual([
      "delete mivb.agent_group_member 2301/2201",
      "delete mivb.phone 2201",
      "delete mivb.user abrandt",
    ]);
  });
});

describe("changes", () => {
  test("only the fields that differ are sent, with before and after", () => {
    expect(plan(resourcesFor(aTemplate({ zoneId: 2 })), resourcesFor())).toEqual([
      { action: "update", kind: "mivb.phone", key: "2201", changes: { zoneId: { before: 1, after: 2 } } },
    ]);
  });

  test("a new name reaches every peer that repeats it", () => {
    expect(written(plan(resourcesFor(DEFAULT_TEMPLATE, { person: aPerson({ lastName: "Byron" }) }), resourcesFor()))).toEqual([
      "update mivb.user abrandt lastName",
      "update mbg.teleworker_set abrandt-2201 description",
      "update micollab.client_account abrandt lastName",
      "update micc.employee abrandt lastName",
    ]);
  });

  test("a MiNET hot desk agent becomes a SIP softphone by a change of the same phone", () => {
    expect(written(plan(resourcesFor(), resourcesFor(minetAgent)))).toEqual([
      "update mivb.phone 2201 protocol,enableSipSoftphone",
      "create mbg.teleworker_set abrandt-2201",
      "create micollab.client_account abrandt",
      "create micollab.deployment abrandt",
    ]);
  });

  test("the way back from that is a MiNET phone made anew, with what hangs on it", () => {
    const steps = plan(resourcesFor(), resourcesFor(minetAgent));
    expect(written(rollbackOf(steps, resourcesFor()))).toEqual([
      "delete micc.agent 2201",
      "delete micollab.deployment abrandt",
      "delete micollab.client_account abrandt",
      "delete mbg.teleworker_set abrandt-2201",
      "delete mivb.agent_group_member 2301/2201",
      "delete mivb.phone 2201",
      "create mivb.phone 2201",
      "create mivb.agent_group_member 2301/2201",
      "create micc.agent 2201",
    ]);
  });

  test("a phone of another kind is deleted and made anew, and the client lets go of it meanwhile", () => {
    expect(written(plan(resourcesFor(), resourcesFor(deskPhone)))).toEqual([
      "update micollab.client_account abrandt deskPhoneExtension",
      "delete mivb.phone 2201",
      "create mivb.phone 2201",
      "create mivb.agent_group_member 2301/2201",
      "create mbg.teleworker_set abrandt-2201",
      "update micollab.client_account abrandt softPhoneExtension,phoneType",
      "create micollab.deployment abrandt",
      "create micc.employee abrandt",
      "create micc.agent 2201",
    ]);
  });

  test("a new deployment profile deploys anew", () => {
    expect(written(plan(resourcesFor(aTemplate({ deploymentProfile: "remote" })), resourcesFor()))).toEqual([
      "delete micollab.deployment abrandt",
      "create micollab.deployment abrandt",
    ]);
  });

  test("a deployment that carries another phone or set than before is made anew", () => {
    const steps = written(plan(resourcesFor(DEFAULT_TEMPLATE, { numbers: { primary: "2202" } }), resourcesFor()));
    expect(steps.filter((step) => step.includes("micollab"))).toEqual([
      "update micollab.client_account abrandt softPhoneExtension,phoneType",
      "delete micollab.deployment abrandt",
      "update micollab.client_account abrandt softPhoneExtension,phoneType",
      "create micollab.deployment abrandt",
    ]);
    expect(written(plan(resourcesFor(aTemplate({ includeTeleworker: false })), resourcesFor()))).toEqual([
      "delete micollab.deployment abrandt",
      "delete mbg.teleworker_set abrandt-2201",
      "create micollab.deployment abrandt",
    ]);
  });

  test("a softphone is added beside the phones a user has, which stay", () => {
    const both = { ...deskPhone, phones: { ...deskPhone.phones, secondary: { ...DEFAULT_TEMPLATE.phones.primary } } };
    const actual = resourcesFor(deskPhone);
    const steps = plan(resourcesFor(both, { numbers: { primary: "2201", secondary: "2202" } }), actual);
    expect(written(steps)).toContain("create mivb.phone 2202");
    expect(written(steps).filter((step) => step.includes("mivb.phone 2201") || step.startsWith("delete"))).toEqual([]);
  });
});

describe("the primary phone", () => {
  const two = aTemplate({}, { phones: { ...DEFAULT_TEMPLATE.phones, secondary: { ...UNUSED_PHONE, include: true, deviceType: "5320 IP" } } });
  const swapped = { primary: "2202", secondary: "2201" };

  test("a new phone becomes primary after it is made, in place of the one that stays", () => {
    const one = aTemplate({ hotDeskingUser: false, deviceType: "5320 IP", serviceLabel: "Secondary Phone", includeTeleworker: false }, { client: { ...DEFAULT_TEMPLATE.client, include: false } });
    const desired = resourcesFor({ ...two, phones: { ...two.phones, secondary: { ...one.phones.primary } }, client: one.client }, { numbers: swapped });
    const steps = plan(desired, resourcesFor(one));
    expect(steps).toContainEqual({ action: "update", kind: "mivb.phone", key: "2202", changes: { isPrimary: { before: false, after: true } }, insteadOf: "2201" });
    const created = steps.find((step) => step.action === "create" && step.kind === "mivb.phone");
    expect(created).toMatchObject({ key: "2202", attributes: { isPrimary: false } });
  });

  test("is deleted last when all go, and only after another took its place when one stays", () => {
    const both = resourcesFor(two, { numbers: { primary: "2201", secondary: "2202" } });
    expect(written(plan([], both)).filter((step) => step.includes("mivb.phone"))).toEqual(["delete mivb.phone 2202", "delete mivb.phone 2201"]);
    const desk = aTemplate({ hotDeskingUser: false, deviceType: "5320 IP", serviceLabel: "Primary Phone", includeTeleworker: false });
    const left = plan(resourcesFor(desk, { numbers: { primary: "2202" } }), both).filter(({ kind }) => kind === "mivb.phone");
    expect(written(left)).toEqual(["update mivb.phone 2202 isPrimary", "delete mivb.phone 2201"]);
  });
});

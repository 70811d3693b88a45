/** What a gateway's entry says and which steps can be opened. */
import { describe, expect, test } from "vitest";
import { gatewayState, isOpen, nextStep, revertQuestion, stepsOf } from "#lib/gateways/rules.ts";
import { Ethernet, WIZARD_STEPS } from "#lib/gateways/schemas.ts";
import type { GatewayFacts } from "#lib/gateways/schemas.ts";
import { isInNetwork, isWithin } from "#lib/simulators/gateway/networks.ts";

const DETECTED: GatewayFacts = { platform: "standalone", form: "physical", address: "10.0.0.1", availableRelease: "", fault: "", syncFault: "", registered: false, pbxDefined: false, connected: false, completed: false };
const REGISTERED = { ...DETECTED, registered: true };
const DEFINED = { ...REGISTERED, pbxDefined: true };
const CONNECTED = { ...DEFINED, connected: true };
const COMPLETE = { ...CONNECTED, completed: true };

describe("the entry", () => {
  test.each([
    [null, "No gateway detected"],
    [DETECTED, "Configure gateway"],
    [REGISTERED, "Add PBX"],
    [{ ...REGISTERED, platform: "smbc" as const }, "Sync PBX"],
    [DEFINED, "Connect the PBX"],
    [CONNECTED, "Deployment"],
    [COMPLETE, "Onboarding Complete"],
    [{ ...COMPLETE, availableRelease: "4.3" }, "Software update 4.3 is available"],
  ])("GW-09 of %j says %s", (facts, message) => {
    expect(gatewayState(facts)).toMatchObject({ message });
  });

  test("GW-11 what is wrong stands in place of everything else, once the gateway belongs to the account", () => {
    expect(gatewayState({ ...COMPLETE, fault: "No power.", availableRelease: "4.3" })).toMatchObject({ tone: "bad", message: "No power.", helpPath: expect.any(String) });
    expect(gatewayState({ ...COMPLETE, syncFault: "No PBX." })).toMatchObject({ tone: "bad", message: "No PBX." });
    expect(gatewayState({ ...DETECTED, fault: "No power." })).toMatchObject({ tone: "warn", message: "Configure gateway" });
  });
});

test("a step can be opened when all before it are done, and every one afterwards", () => {
  const openOf = (facts: GatewayFacts | null) => WIZARD_STEPS.filter((step) => isOpen(step, facts));
  expect(openOf(null)).toEqual(["gateway"]);
  expect(openOf(REGISTERED)).toEqual(["gateway", "pbx"]);
  expect(openOf(DEFINED)).toEqual(["gateway", "pbx", "connect"]);
  expect(openOf(COMPLETE)).toEqual([...WIZARD_STEPS]);
  expect(openOf({ ...COMPLETE, platform: "smbc" })).toEqual(stepsOf("smbc"));
  expect([null, DETECTED, REGISTERED, DEFINED, CONNECTED, COMPLETE].map(nextStep)).toEqual(["gateway", "gateway", "pbx", "connect", "deployment", "overview"]);
});

test("GW-51 GW-54 the word is asked for a physical appliance that is onboarded, and for nothing else", () => {
  expect(revertQuestion(REGISTERED)).toEqual({ word: "revert", address: "10.0.0.1" });
  for (const facts of [null, DETECTED, { ...COMPLETE, form: "virtual" as const }]) expect(revertQuestion(facts)).toBeNull();
});

test("networks are told apart by their mask", () => {
  expect([isWithin("10.0.1.9", "10.0.1.200", "255.255.255.0"), isWithin("10.0.2.9", "10.0.1.200", "255.255.255.0")]).toEqual([true, false]);
  expect(["127.0.0.1", "::ffff:127.4.5.6", "128.0.0.1", "::1"].map((address) => isInNetwork(address, "127.0.0.0/8"))).toEqual([true, true, false, false]);
  expect(isInNetwork("200.1.2.3", "0.0.0.0/0")).toBe(true);
});

test.each(["255.0.255.0", "0.255.0.0", "255.255.255.256"])("GW-19 %s is no subnet mask", (subnetMask) => {
  expect(Ethernet.safeParse({ mode: "static", ipAddress: "10.0.0.2", subnetMask, defaultGateway: "10.0.0.1", dnsServers: ["8.8.8.8"] }).success).toBe(false);
});

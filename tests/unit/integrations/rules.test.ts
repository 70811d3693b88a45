import { describe, expect, test } from "vitest";
import type { IntegrationDefinition } from "#lib/integrations/definition.ts";
import { DEFINITIONS, definitionOf } from "#lib/integrations/registry.ts";
import { removalLines } from "#lib/integrations/removal-lines.ts";
import { broughtPages, conflictsWith, dependantsOf, featuresOf, hostOf, missingNeeds, privilegesLost } from "#lib/integrations/rules.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

const all = (...keys: IntegrationKey[]) => keys.map(definitionOf);

describe("prerequisites", () => {
  test("MIVB-02 VASSIST-01 TEAMS-02 without CloudLink Gateway there is no MiVoice Business, Voice Assist or Microsoft Teams", () => {
    for (const key of ["mivoice_business", "mitel_voice_assist", "microsoft_teams"] as const) {
      expect(missingNeeds(definitionOf(key), new Set<IntegrationKey>(["micollab"]))).toEqual([["cloudlink_gateway"]]);
      expect(missingNeeds(definitionOf(key), new Set<IntegrationKey>(["cloudlink_gateway"]))).toEqual([]);
    }
  });

  test("of a list of prerequisites one is enough", () => {
    const bonds = { key: "zoom", needs: [["micc", "micollab"]] } as const;
    expect(missingNeeds(bonds, new Set<IntegrationKey>(["micollab"]))).toEqual([]);
    expect(dependantsOf("micollab", [bonds, ...all("micc", "micollab")])).toEqual([]);
    expect(dependantsOf("micollab", [bonds, ...all("micollab")])).toEqual([bonds]);
  });

  test("a conflict holds whichever of the two says so", () => {
    const one = { key: "zoom", conflicts: ["micc"] } as const;
    const other = { key: "micc" } as const;
    expect(conflictsWith(one, [one, other])).toEqual(["micc"]);
    expect(conflictsWith(other, [one, other])).toEqual(["zoom"]);
    expect(conflictsWith(one, [one])).toEqual([]);
  });
});

describe("removal", () => {
  test("PRIV-09 a privilege goes with the last that brings it, and stays while another one does", () => {
    expect(privilegesLost(definitionOf("mitel_one"), all("miteam_meetings"))).toEqual([]);
    expect(privilegesLost(definitionOf("mitel_one"), all("micollab"))).toEqual(["guestAccess"]);
    expect(privilegesLost(definitionOf("micollab"), all("micc"))).toEqual([]);
    expect(privilegesLost(definitionOf("micollab"), all("mitel_one"))).toEqual(["delegatedAuthentication"]);
    expect(privilegesLost(definitionOf("zoom"), [])).toEqual([]);
  });

  test("what depends on it is named before, and what is switched off with it", () => {
    const lines = removalLines(definitionOf("cloudlink_gateway"), all("cloudlink_gateway", "mivoice_business", "mitel_voice_assist", "micollab"));
    expect(lines).toContain("MiVoice Business and Mitel Voice Assist need CloudLink Gateway: what is there stays on the account, but does not work until CloudLink Gateway is back.");
    expect(removalLines(definitionOf("mitel_one"), all("mitel_one"))).toContain("Allow Guest Access is switched off, as nothing else on the account brings it.");
    expect(removalLines(definitionOf("mitel_one"), all("mitel_one", "micc")).join(" ")).not.toContain("Allow Guest Access");
  });
});

describe("what integrations bring", () => {
  test("ONE-04 ONE-05 ONE-06 ONE-07 Mitel One has Chat, MiTeam Meetings and Telephony, all on at first", () => {
    expect(definitionOf("mitel_one").features?.map(({ label }) => label)).toEqual(["Chat", "MiTeam Meetings", "Telephony"]);
    expect(featuresOf(definitionOf("mitel_one"), {})).toEqual({ chat: true, miteam_meetings: true, telephony: true });
    expect(featuresOf(definitionOf("mitel_one"), { chat: false, unknown: true })).toEqual({ chat: false, miteam_meetings: true, telephony: true });
  });

  test("Chat and MiTeam Meetings stand below Mitel One while it is there", () => {
    expect(hostOf("chat", all("micc", "mitel_one"))?.key).toBe("mitel_one");
    expect(hostOf("miteam_meetings", all("mitel_one"))?.key).toBe("mitel_one");
    expect(hostOf("miteam_meetings", all("micc"))).toBeUndefined();
  });

  test("a page is there while its integration is on, and its feature where it needs one", () => {
    const ids = (states: Parameters<typeof broughtPages>[1]) => broughtPages(DEFINITIONS, states).map(({ id }) => id);
    expect(ids({})).toEqual([]);
    expect(ids({ mitel_one_workgroups: { status: "on", features: {} } })).toEqual(["customerCare"]);
    expect(ids({ mitel_one_workgroups: { status: "incomplete", features: {} } })).toEqual([]);
    expect(ids({ mivoice_business: { status: "on", features: { administration: false } } })).toEqual([]);
    expect(ids({ mivoice_business: { status: "on", features: { administration: true } } })).toEqual(["mivoiceBusiness"]);
  });

  test("adding one more is one definition: it has its card, its lines and its privileges from there", () => {
    const thirtieth: IntegrationDefinition = { key: "zoom", name: "Thirtieth", tab: "mitel", description: "", icon: "one", privileges: ["guestAccess"], loses: ["All of it."] };
    expect(removalLines(thirtieth, [thirtieth])).toEqual(["All of it.", "Allow Guest Access is switched off, as nothing else on the account brings it."]);
  });
});

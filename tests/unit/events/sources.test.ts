/** Which accounts have an event history, and whose events are in it. */
import { describe, expect, test } from "vitest";
import { pagesOf, navigationFor } from "#components/shell/navigation.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import { eventSources, hasEventHistory } from "#lib/events/sources.ts";

const mivb = (features: Record<string, boolean>, status: "on" | "incomplete" = "on"): IntegrationStates => ({ mivoice_business: { status, features } });
const zoom = (status: "on" | "incomplete" = "on"): IntegrationStates => ({ zoom: { status, features: {} } });
const other: IntegrationStates = { micollab: { status: "on", features: { administration: true } } };

describe("EVENT-02", () => {
  test.each<[string, IntegrationStates, string[]]>([
    ["nothing", {}, []],
    ["another integration", other, []],
    ["MiVoice Business with Administration on", mivb({ administration: true }), ["mivoice_business"]],
    ["MiVoice Business with Administration off", mivb({ administration: false }), []],
    ["MiVoice Business that does not know the feature", mivb({}), []],
    ["MiVoice Business whose set-up is not finished", mivb({ administration: true }, "incomplete"), []],
    ["Zoom", zoom(), ["zoom"]],
    ["Zoom whose set-up is not finished", zoom("incomplete"), []],
    ["both", { ...zoom(), ...other, ...mivb({ administration: true }) }, ["mivoice_business", "zoom"]],
  ])("an account with %s", (_, integrations, sources) => {
    expect(eventSources(integrations)).toEqual(sources);
    expect(hasEventHistory({ kind: "customer", integrations })).toBe(sources.length > 0);
  });

  test("a partner's own account has its history without any", () => {
    expect(hasEventHistory({ kind: "partner", integrations: {} })).toBe(true);
  });

  test("without a history the navigation has no entry for it, at either level, and the rest of Support stays", () => {
    for (const level of ["account", "partnerAccount"] as const) {
      const ids = (hasHistory: boolean) => pagesOf(navigationFor({ level, accountId: "1", may: () => true, unrestricted: true, hasHistory })).map(({ id }) => id);
      expect(ids(false)).toEqual(ids(true).filter((id) => id !== "eventHistory"));
      expect(ids(true)).toContain("eventHistory");
    }
  });
});

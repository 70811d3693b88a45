import { describe, expect, test } from "vitest";
import { featuresOf, supportedFeatures, withFeatures } from "#lib/licenses/features.ts";
import { planUsage } from "#lib/licenses/get-usage.ts";
import { productState, whyNotManaged } from "#lib/licenses/product-state.ts";
import { excessOf, settle } from "#lib/licenses/settle.ts";
import type { RunningLine } from "#lib/subscriptions/subscribed-products.ts";

const map = (of: Record<string, number>) => new Map(Object.entries(of));
/** In the order in which they lose: the last assigned first. */
const losers = (plan: string, ...names: string[]) => names.map((userId) => ({ userId, plan }));

describe("who loses a license", () => {
  test("nobody while there are enough", () => {
    expect(excessOf("mitel_one", map({ elite: 2 }), map({ elite: 2, premier: 0 })).size).toBe(0);
  });

  test("as many of each plan as there are too few of", () => {
    expect([...excessOf("mitel_one", map({ elite: 2 }), map({ elite: 5, premier: 1 }))]).toEqual([["premier", 1], ["elite", 3]]);
  });

  test("WFS-09 when nothing else is free they all lose theirs, the last assigned named first", () => {
    const settled = settle("miteam_meetings", map({ meetings: 1 }), map({ meetings: 3 }), losers("meetings", "last", "second"));
    expect(settled).toEqual({ moved: [], removed: losers("meetings", "last", "second") });
  });

  test("a downgrade moves them to what came instead: those who have had theirs longest first", () => {
    const settled = settle("mitel_one", map({ premier: 2 }), map({ elite: 3 }), losers("elite", "c", "b", "a"));
    expect(settled.moved.map(({ holder, to }) => [holder.userId, to])).toEqual([["a", "premier"], ["b", "premier"]]);
    expect(settled.removed.map(({ userId }) => userId)).toEqual(["c"]);
  });

  test("the highest plan with a free license is taken, and no plan is given beyond what there is", () => {
    const settled = settle("mitel_one", map({ elite: 1, premier: 1, essential: 1 }), map({ elite: 0, premier: 1, essential: 4 }), losers("essential", "z", "y", "x"));
    expect(settled.moved.map(({ holder, to }) => [holder.userId, to])).toEqual([["x", "elite"]]);
    expect(settled.removed.map(({ userId }) => userId)).toEqual(["z", "y"]);
  });
});

describe("what can be done with MiTeam Meetings at a user", () => {
  const state = (keys: string[], has: boolean, free = 1) => productState("miteam_meetings", { integrations: new Set(keys), has, free });

  test("MEETMC-07 MEETMC-08 without MiCollab: a toggle while there is a license to give, to hold or to take", () => {
    expect(state(["miteam_meetings"], false)).toBe("operable");
    expect(state(["miteam_meetings"], true, 0)).toBe("operable");
    expect(state(["miteam_meetings"], false, 0)).toBe("none_available");
  });

  test("MEETMC-01 MEETMC-03 MEETMC-04 with MiCollab: read-only for who has one, none for the others", () => {
    expect(state(["miteam_meetings", "micollab"], true)).toBe("read_only");
    expect(state(["miteam_meetings", "micollab"], false)).toBe("use_micollab");
    expect(whyNotManaged("miteam_meetings", new Set(["miteam_meetings", "micollab"]))).toBe("Use MiCollab to assign a license to the user.");
  });

  test("MEETMC-09 without its integration nothing for anybody, whatever licenses there are", () => {
    for (const has of [true, false]) for (const keys of [[], ["micollab"]]) expect(state(keys, has)).toBe("not_enabled");
  });

  test("other products ask nothing of integrations", () => {
    expect(productState("zoom_hybrid", { integrations: new Set(), has: false, free: 1 })).toBe("operable");
    expect(whyNotManaged("mitel_one", new Set(["micollab"]))).toBeNull();
  });
});

describe("features of Mitel One", () => {
  test("OP2-43 all tiers have Chat and Telephony, Premier and Elite also MiTeam Meetings", () => {
    expect(["essential", "premier", "elite"].map((tier) => supportedFeatures("mitel_one", tier))).toEqual([["chat", "telephony"], ["chat", "meetings", "telephony"], ["chat", "meetings", "telephony"]]);
    expect(supportedFeatures("mitel_one", null)).toEqual([]);
  });

  test("what nobody has switched is on; what the tier lacks is not switched", () => {
    expect(featuresOf("mitel_one", "premier", { chat: false })).toEqual({ chat: false, meetings: true, telephony: true });
    expect(withFeatures("mitel_one", "essential", { chat: false }, { meetings: false, telephony: false })).toEqual({ chat: false, telephony: false });
  });
});

test("the use of a plan: what is free, and what expires within 90 days and when first", () => {
  const line = (quantity: number, expiresOn: string | null): RunningLine => ({ orderId: "o", number: "A", sku: "54013102", quantity, term: "12-month", startsOn: "2026-01-01", expiresOn });
  const counts = new Map([["mitel_one" as const, map({ premier: 4, elite: 2 })]]);
  expect(planUsage([line(5, "2026-03-01"), line(3, "2026-02-01"), line(2, null), line(1, "2027-01-01")], counts, "2026-01-15")).toEqual([
    { product: "mitel_one", plan: "elite", name: "Mitel One (Elite)", entitled: 0, assigned: 2, free: 0, expiring: 0, expiresFirst: null },
    { product: "mitel_one", plan: "premier", name: "Mitel One (Premier)", entitled: 11, assigned: 4, free: 7, expiring: 8, expiresFirst: "2026-02-01" },
  ]);
});

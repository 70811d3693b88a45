/** What the smart filter offers, by the account's integrations and by what is chosen already. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assetFacts, filterOptions, kindsOfType, typeOfAsset } from "#lib/events/rules.ts";
import { actionInWords, assetInWords } from "#lib/events/labels.ts";
import { ASSET_KINDS, EVENT_ACTIONS, EVENT_TYPES } from "#lib/events/schemas.ts";
import messages from "#lib/messages/en/events.json" with { type: "json" };

const words = (path: string) => path.split(".").reduce<unknown>((place, name) => (place as Record<string, unknown> | undefined)?.[name], messages) as string | undefined;
const assets = (sources: Parameters<typeof filterOptions>[0], chosen = {}) => filterOptions(sources, chosen).assetKind.map((assetKind) => assetInWords({ assetKind, assetName: "" }, words));
const actions = (sources: Parameters<typeof filterOptions>[0], chosen = {}) => filterOptions(sources, chosen).action.map((action) => actionInWords({ action }, words));

const OF_MIVB = ["DID", "DN Range", "Group", "Group Membership", "PBX User Profile", "Phone", "Templated Services"];
const OF_ZOOM = ["User License", "Tenant"];
const LICENSE_ACTIONS = ["License Assignment", "License Configuration Update", "License Removal"];

describe("assets", () => {
  test("EVENT-32 Account is offered for both integrations", () => {
    for (const sources of [["mivoice_business"], ["zoom"]] as const) expect(assets(sources)).toContain("Account");
  });

  test("EVENT-33 EVENT-34 EVENT-35 EVENT-36 EVENT-37 EVENT-38 EVENT-39 what a MiVoice Business has is offered for it only", () => {
    expect(assets(["mivoice_business"])).toEqual(expect.arrayContaining(OF_MIVB));
    expect(assets(["zoom"]).filter((asset) => OF_MIVB.includes(asset))).toEqual([]);
  });

  test("EVENT-40 EVENT-41 user licenses and tenants are offered for Zoom only", () => {
    expect(assets(["zoom"])).toEqual(expect.arrayContaining(OF_ZOOM));
    expect(assets(["mivoice_business"]).filter((asset) => OF_ZOOM.includes(asset))).toEqual([]);
  });
});

test("EVENT-42 Create, Delete and Edit are offered for both", () => {
  for (const sources of [["mivoice_business"], ["zoom"]] as const) expect(actions(sources)).toEqual(expect.arrayContaining(["Create", "Delete", "Edit"]));
});

test("EVENT-43 the three actions on licenses are offered for Zoom only", () => {
  expect(actions(["zoom"])).toEqual(expect.arrayContaining(LICENSE_ACTIONS));
  expect(actions(["mivoice_business"]).filter((action) => LICENSE_ACTIONS.includes(action))).toEqual([]);
});

test("EVENT-44 EVENT-45 the types are Admin and MiVB for MiVoice Business, and Service Delivery for Zoom", () => {
  expect(filterOptions(["mivoice_business"]).type).toEqual(["Admin", "MiVB"]);
  expect(filterOptions(["zoom"]).type).toEqual(["Service Delivery"]);
});

test("EVENT-31 with both integrations the options are those of either", () => {
  const [both, mivb, zoom] = [filterOptions(["mivoice_business", "zoom"]), filterOptions(["mivoice_business"]), filterOptions(["zoom"])];
  for (const field of ["assetKind", "action", "type"] as const) expect(new Set<string>(both[field])).toEqual(new Set<string>([...mivb[field], ...zoom[field]]));
});

describe("EVENT-48 what is chosen leaves the other fields only what fits it", () => {
  const both = ["mivoice_business", "zoom"] as const;

  test("a phone is of type MiVB, and is created, edited and deleted", () => {
    expect(filterOptions(both, { assetKind: "phone" })).toMatchObject({ type: ["MiVB"], action: ["Add", "Edit", "Delete"] });
  });

  test("a user signs in by an application too, and an action that nothing is done by leads nowhere", () => {
    expect(filterOptions(both, { assetKind: "user" }).action).toContain("Sign in");
    expect(filterOptions(both, { action: "Sign in" }).assetKind).toEqual(["user", "session"]);
    expect(filterOptions(both, { action: "Assign" }).assetKind).toEqual(["user", "order", "role", "client_application"]);
  });

  test("a license is assigned, updated and removed, which is Service Delivery", () => {
    expect(filterOptions(both, { action: "License Removal" })).toMatchObject({ type: ["Service Delivery"], assetKind: ["user_license"] });
    expect(filterOptions(both, { type: "Service Delivery" })).toMatchObject({ assetKind: ["user_license", "tenant"] });
  });

  test("a choice leaves its own field as it is, so that it can be changed", () => {
    expect(filterOptions(both, { assetKind: "phone" }).assetKind).toEqual(filterOptions(both).assetKind);
  });

  test("whatever is chosen out of what is left, something is left of it", () => {
    const sources = fc.subarray([...both], { minLength: 1 });
    fc.assert(
      fc.property(sources, fc.shuffledSubarray(["assetKind", "action", "type"] as const), fc.infiniteStream(fc.nat()), (given, order, picks) => {
        const chosen: Record<string, string> = {};
        for (const field of order) {
          const offered = filterOptions(given, chosen)[field];
          // The portal's own assets are of the type Admin, which is no option of Zoom (EVENT-44).
          if (field === "type" && offered.length === 0 && !given.includes("mivoice_business")) continue;
          expect(offered.length).toBeGreaterThan(0);
          chosen[field] = offered[picks.next().value! % offered.length]!;
        }
        const kinds = filterOptions(given, chosen).assetKind;
        expect(kinds.filter((kind) => !chosen["assetKind"] || kind === chosen["assetKind"]).length).toBeGreaterThan(0);
      }),
    );
  });
});

test("EVENT-18 every kind of asset is of one type, and of each type there are some", () => {
  for (const kind of ASSET_KINDS) expect(kindsOfType(typeOfAsset(kind))).toContain(kind);
  expect(EVENT_TYPES.flatMap(kindsOfType)).toHaveLength(ASSET_KINDS.length);
  expect(typeOfAsset("something of another time")).toBe("Admin");
});

test("every kind of asset has a name and can be acted on, and every action is of some kind", () => {
  for (const kind of ASSET_KINDS) {
    expect(words(`assets.${kind}`), kind).toBeDefined();
    expect(assetFacts(kind).actions.length, kind).toBeGreaterThan(0);
  }
  const possible = new Set(ASSET_KINDS.flatMap((kind) => assetFacts(kind).actions));
  expect(EVENT_ACTIONS.filter((action) => !possible.has(action))).toEqual([]);
});

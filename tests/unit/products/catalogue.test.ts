import { describe, expect, test } from "vitest";
import { describeSku } from "#lib/products/describe-sku.ts";
import { COUNTED_PRODUCTS, licenseName, MITEL_ONE_FEATURES, planOf, PRODUCT_KEYS, PRODUCTS } from "#lib/products/schemas.ts";
import { entitledTo, entitledToAny, entitlementOf, SKUS } from "#lib/products/skus.ts";
import { workflowLimits } from "#lib/products/workflow-studio.ts";
import { subscribedProducts } from "#lib/subscriptions/subscribed-products.ts";

// The table of the manual, row by row.
const WORKFLOW_SKUS = {
  "54014777": ["monthly", "premier"], "54014776": ["monthly", "essential"],
  "54014772": ["12-month", "premier"], "54014773": ["36-month", "premier"], "54014774": ["60-month", "premier"],
  "54019078": ["12-month", "essential_free"], "54019079": ["36-month", "essential_free"], "54019080": ["60-month", "essential_free"],
  "54019081": ["12-month", "premier_free"], "54019082": ["36-month", "premier_free"], "54019083": ["60-month", "premier_free"],
  "54014769": ["12-month", "essential"], "54014770": ["36-month", "essential"], "54014771": ["60-month", "essential"],
  "54014775": [undefined, "base"],
};

describe("the catalogue", () => {
  test("WFS-07 knows exactly the 15 SKUs of Workflow Studio, each with its term and tier", () => {
    const known = [...SKUS].filter(([, { product }]) => product === "workflow_studio").map(([sku, { term, plan }]) => [sku, [term, plan]]);
    expect(Object.fromEntries(known)).toEqual(WORKFLOW_SKUS);
  });

  test("every SKU is of a plan of its product, and every plan has a SKU, but for what a PBX gives", () => {
    for (const [sku, { product, plan }] of SKUS) expect(planOf(product, plan), sku).toBeDefined();
    for (const product of PRODUCT_KEYS) for (const { key } of PRODUCTS[product].plans) expect([...SKUS.values()].some((sku) => sku.product === product && sku.plan === key), key).toBe(!PRODUCTS[product].givenByPbx);
  });

  test("WFS-01 Workflow Studio has the tiers Essential and Premier and is not counted per user", () => {
    expect(PRODUCTS.workflow_studio.plans.map(({ key }) => key)).toEqual(["base", "essential_free", "essential", "premier_free", "premier"]);
    expect(COUNTED_PRODUCTS).toEqual(["mitel_one", "mitel_one_cx", "miteam_meetings", "zoom_hybrid"]);
  });

  test("ONELIC-01 ONELIC-06 Mitel One has Essential, Premier and Elite, also as part of a UCC bundle, whose Entry is Essential", () => {
    expect(PRODUCTS.mitel_one.plans.map(({ name }) => name)).toEqual(["Essential", "Premier", "Elite"]);
    expect(MITEL_ONE_FEATURES).toEqual(["chat", "meetings", "telephony"]);
    expect(SKUS.get("54013111")).toEqual({ product: "mitel_one", plan: "essential", bundle: "MiVoice Office 400 UCC Entry" });
  });

  test("USER-08 a license reads by its product, and by its plan where there are several", () => {
    expect([licenseName("mitel_one", "premier"), licenseName("miteam_meetings", "meetings"), licenseName("mitel_one_cx", "agent"), licenseName("mitel_one", null)]).toEqual(["Mitel One (Premier)", "MiTeam Meetings", "Mitel One CX", "Mitel One"]);
  });

  test("a SKU that is not known reads as it is", () => {
    expect(describeSku("4711", "none")).toEqual({ details: "4711", about: "" });
  });
});

describe("what is entitled to", () => {
  test("lines of several orders add up, plan by plan; an unknown SKU adds nothing", () => {
    const of = entitlementOf([{ sku: "54013102", quantity: 3 }, { sku: "54013112", quantity: 2 }, { sku: "54013103", quantity: 1 }, { sku: "4711", quantity: 9 }]);
    expect([entitledTo(of, "mitel_one", "premier"), entitledTo(of, "mitel_one", "elite"), entitledTo(of, "mitel_one", "essential"), entitledToAny(of, "mitel_one"), entitledToAny(of, "zoom_hybrid")]).toEqual([5, 1, 0, 6, 0]);
  });

  test("WFS-02 WFS-03 WFS-06 a unit of Essential or Premier, paid or free, is 100 interactions of its tier", () => {
    expect(workflowLimits(entitlementOf([{ sku: "54014776", quantity: 1 }]))).toEqual({ essential: 100, premier: 0 });
    expect(workflowLimits(entitlementOf([{ sku: "54014773", quantity: 2 }, { sku: "54019081", quantity: 1 }]))).toEqual({ essential: 0, premier: 300 });
  });

  test("WFS-04 WFS-05 the base subscription includes 500 executions of either tier", () => {
    expect(workflowLimits(entitlementOf([{ sku: "54014775", quantity: 1 }]))).toEqual({ essential: 500, premier: 500 });
  });

  test("WFS-08 WFS-11 an upgrade and a change of term are reckoned anew from the lines", () => {
    const before = workflowLimits(entitlementOf([{ sku: "54014775", quantity: 1 }, { sku: "54014769", quantity: 2 }]));
    const after = workflowLimits(entitlementOf([{ sku: "54014775", quantity: 1 }, { sku: "54014770", quantity: 2 }, { sku: "54014773", quantity: 3 }]));
    expect([before, after]).toEqual([{ essential: 700, premier: 500 }, { essential: 700, premier: 800 }]);
  });
});

test("SUBS-05 SUBS-06 SUBS-09 plans nest below their product, whose number is their sum; what is left is told", () => {
  const line = (sku: string, quantity: number) => ({ orderId: "o", number: "A-S00372462", sku, quantity, term: "12-month" as const, startsOn: "2025-06-04", expiresOn: null });
  const counts = new Map([["zoom_hybrid" as const, new Map([["indirect", 1]])]]);
  const [zoom, workflows] = subscribedProducts([line("5401484", 2), line("54019081", 1), line("54019078", 1)], counts);
  expect(zoom).toMatchObject({ title: "Zoom Hybrid - hMitel Indirect", counted: true, nested: false, licenses: 2, assigned: 1, remaining: 1, plans: [{ lines: [{ number: "A-S00372462", details: "Zoom Hybrid - hMitel Indirect: 5401484", licenses: 2, startsOn: "2025-06-04" }] }] });
  expect(workflows).toMatchObject({ title: "Workflow Studio", counted: false, licenses: 2 });
  expect(workflows!.plans.map(({ name, licenses, lines }) => [name, licenses, lines[0]!.details])).toEqual([
    ["WorkflowStudio_Premier_Free", 1, "Workflow Studio: 54019081"],
    ["WorkflowStudio_Essential_Free", 1, "Workflow Studio: 54019078"],
  ]);
});

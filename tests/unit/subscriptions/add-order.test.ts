import { expect, test } from "vitest";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import type { Grant } from "#lib/permissions/schemas.ts";
import { mayAddOrder } from "#lib/subscriptions/availability.ts";

const partner = { prime: false, billingAccount: true };
const without = (...boxes: Grant[]) => ({ role: "partner" as const, partner, grants: grantsOf("partner", standardGrants("partner").filter((grant) => !boxes.includes(grant))) });

test("PERM-35 OP1-72 Add Order is for a partner who may add subscriptions, sees them, and sees orders", () => {
  expect(mayAddOrder(without())).toBe(true);
  for (const box of ["subscriptions.add", "subscriptions.view", "orders.view"] as const) expect(mayAddOrder(without(box)), box).toBe(false);
});

test("PERM-35 an account admin is never offered it", () => {
  expect(mayAddOrder({ role: "account_admin", partner, grants: grantsOf("account_admin") })).toBe(false);
});

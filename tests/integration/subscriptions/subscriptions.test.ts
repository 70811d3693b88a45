/** What an account has bought: who sees it, and what it lacks. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findMissingIntegrations, findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { aLicensedAccount } from "#tests/builders/licenses.ts";
import { anAssignedOrder, SKU } from "#tests/builders/orders.ts";
import { aSignedInUser } from "#tests/builders/people.ts";

const { prisma } = database();

test("INFO-20 INFO-21 INFO-24 INTEG-09 INTEG-10 a subscription lacks its integration until that is there and on", async () => {
  const { partner, billing, accountId, order } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 2 }, { sku: "54014775", quantity: 1 }]);
  const missing = async () => (await runOperation(findMissingIntegrations, { resolved: await partner.at(accountId), input: {} })).items;
  expect(await missing()).toEqual([
    { product: "zoom_hybrid", name: "Zoom Hybrid", integration: "Zoom" },
    { product: "workflow_studio", name: "Workflow Studio", integration: "Mitel Workflow Studio" },
  ]);
  await prisma.integration.createMany({ data: [{ accountId, key: "zoom", status: "incomplete" }, { accountId, key: "mitel_workflow_studio", status: "off" }] });
  expect(await missing()).toMatchObject([{ product: "workflow_studio" }]);
  await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  expect(await missing()).toEqual([]);
});

test("SUBS-10 SUBS-11 SUBS-12 a Prime Partner's accounts have no subscriptions; without a billing account the partner sees none and the admin does", async () => {
  const { partner, billing, accountId } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 2 }]);
  const admin = await aSignedInUser(partner, accountId);
  const find = async (person: typeof admin) => runOperation(findSubscriptions, { resolved: await person.at(accountId), input: {} });
  const asPartner = { ...partner, user: admin.user };
  expect(await find(asPartner)).toMatchObject({ mayAddOrder: true, products: [{ product: "zoom_hybrid", licenses: 2, assigned: 0, remaining: 2 }] });
  expect(await find(admin)).toMatchObject({ mayAddOrder: false, products: [{ product: "zoom_hybrid" }] });
  await billing.send({ event: "partner.changed", partner: { primePartner: false, billingAccount: false } });
  await expect(find(asPartner)).rejects.toMatchObject({ code: "forbidden" });
  expect(await find(admin)).toMatchObject({ mayAddOrder: false, products: [{ product: "zoom_hybrid" }] });
  await billing.send({ event: "partner.changed", partner: { primePartner: true, billingAccount: true } });
  for (const person of [asPartner, admin]) await expect(find(person)).rejects.toMatchObject({ code: "forbidden" });
  await expect(find({ ...(await aSignedInUser(partner, accountId, "user")) })).rejects.toMatchObject({ code: "forbidden" });
});

test("INTEG-11 Mitel One without a subscription of it says so, and no more once there is one", async () => {
  const { partner, billing, accountId } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 1 }]);
  await addTo(partner, accountId, "mitel_one");
  expect((await entryIn(partner, accountId, "mitel_one")).state).toEqual({ tone: "warn", message: "Requires a Mitel One subscription to use this feature." });
  await anAssignedOrder(partner, billing, accountId, { lines: [{ sku: SKU.essential, quantity: 1 }] });
  expect((await entryIn(partner, accountId, "mitel_one")).state).toBeNull();
});

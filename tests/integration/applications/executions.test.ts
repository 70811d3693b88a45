/** Flow executions: counted by Workflow Studio, limited by what the orders entitle to, shown by the portal. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { dayOf } from "#lib/orders/status.ts";
import { billingPeriodOf } from "#lib/products/workflow-studio.ts";
import { getWorkflowUsage } from "#lib/workflow-studio/get-workflow-usage.ts";
import { startApplications, visit } from "#tests/builders/applications.ts";
import type { Applications } from "#tests/builders/applications.ts";
import { aLicensedAccount, withIntegrations } from "#tests/builders/licenses.ts";
import { aSignedInUser } from "#tests/builders/people.ts";

const STUDIO = "mitel_workflow_studio";
let applications: Applications;

beforeAll(async () => void (applications = await startApplications()));
afterAll(() => applications.close());

async function place(lines = [{ sku: "54012201", quantity: 1 }]) {
  const account = await aLicensedAccount(lines);
  await withIntegrations(account.accountId, STUDIO);
  const admin = await aSignedInUser(account.partner, account.accountId, "account_admin");
  const usage = async () => runOperation(getWorkflowUsage, { resolved: await admin.at(account.accountId), input: {} });
  return { ...account, admin, usage };
}

test("WFS-21 each execution is counted in its tier, up to what the account is entitled to in the billing period, and the portal shows it", async () => {
  const { admin, usage } = await place([{ sku: "54014769", quantity: 1 }, { sku: "54014772", quantity: 2 }]);
  const period = billingPeriodOf(dayOf(new Date()));
  expect(await usage()).toEqual({ ...period, tiers: [{ tier: "essential", executed: 0, entitled: 100 }, { tier: "premier", executed: 0, entitled: 200 }] });
  const inside = await visit(admin, STUDIO);
  for (let count = 0; count < 100; count += 1) expect((await inside.post("/app/executions", { flow: "Welcome", tier: "essential" })).status).toBe(303);
  const refused = await inside.post("/app/executions", { flow: "One more", tier: "essential" });
  expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("All 100 Essential executions of the billing period") });
  expect((await inside.post("/app/executions", { flow: "Route", tier: "premier" })).status).toBe(303);
  expect((await usage()).tiers).toEqual([{ tier: "essential", executed: 100, entitled: 100 }, { tier: "premier", executed: 1, entitled: 200 }]);
});

test("WFS-21 what one account executes is not counted for another, and an order that comes in raises the entitlement at once", async () => {
  const [one, two] = [await place([{ sku: "54014775", quantity: 1 }]), await place()];
  await (await visit(one.admin, STUDIO)).post("/app/executions", { flow: "Welcome", tier: "premier" });
  expect((await one.usage()).tiers).toEqual([{ tier: "essential", executed: 0, entitled: 500 }, { tier: "premier", executed: 1, entitled: 500 }]);
  expect((await two.usage()).tiers).toEqual([{ tier: "essential", executed: 0, entitled: 0 }, { tier: "premier", executed: 0, entitled: 0 }]);
  expect((await (await visit(two.admin, STUDIO)).post("/app/executions", { flow: "Welcome", tier: "premier" })).status).toBe(409);
});

test("WFS-21 a service that is away or answers nonsense is told in words, without the integration there is nothing to be told, and only the portal may ask", async () => {
  const { accountId, admin, usage } = await place();
  await applications.control(STUDIO, "PUT", "/_faults", { outage: true });
  await expect(usage()).rejects.toMatchObject({ code: "peer_failed", message: "Mitel Workflow Studio can not be reached." });
  await applications.control(STUDIO, "PUT", "/_faults", { errorRate: 1 });
  await expect(usage()).rejects.toMatchObject({ code: "peer_failed", message: "Mitel Workflow Studio can not tell this now (it answered 503)." });
  await applications.control(STUDIO, "PUT", "/_faults", {});
  expect((await usage()).tiers).toHaveLength(2);
  const url = `${applications.url[STUDIO]}/api/v1/accounts/${accountId}/executions/2026-11-01`;
  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(url, { headers: { authorization: `Basic ${btoa("portal:wrong")}` } })).status).toBe(401);
  const other = await place();
  await database().prisma.integration.deleteMany({ where: { accountId: other.accountId } });
  await expect(other.usage()).rejects.toMatchObject({ code: "not_found" });
  await expect(runOperation(getWorkflowUsage, { resolved: await admin.at(other.accountId), input: {} })).rejects.toMatchObject({ code: "not_found" });
});

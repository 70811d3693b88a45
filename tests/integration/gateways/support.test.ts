/** What support does with a gateway from afar. */
import { beforeAll, expect, test } from "vitest";
import { getGatewaySupport, rebootGateway, scheduleUpdate, setTracing, updateGateway } from "#lib/gateways/support-gateway.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { onboard, setUpOf, startGatewayPeer } from "#tests/builders/gateways.ts";
import type { Gateways } from "#tests/builders/gateways.ts";
import { addTo } from "#tests/builders/integrations.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

let gateways: Gateways;
beforeAll(async () => {
  gateways = await startGatewayPeer();
});

test("GWSUP-03 updates are scheduled and installed, calls traced, the gateway restarted, and its log tells of each", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await addTo(partner, id, "cloudlink_gateway");
  const support = async () => runOperation(getGatewaySupport, { resolved: await partner.at(id), input: {} });
  await expect(support()).rejects.toMatchObject({ code: "conflict", message: "No gateway is connected to this account. Look into it under Integrations & Apps." });
  const { serial } = await onboard(gateways, partner, id);
  const resolved = await partner.at(id);
  await expect(runOperation(updateGateway, { resolved, input: {} })).rejects.toMatchObject({ code: "conflict", message: "Release 4.2.1 is the newest one." });
  await gateways.ask("PATCH", `/_appliances/${serial}`, { availableRelease: "4.3.0", fault: "The disk is full." });
  await expect(runOperation(scheduleUpdate, { resolved, input: { at: "2020-01-01T02:00:00Z" } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "at" }] });
  await runOperation(scheduleUpdate, { resolved, input: { at: "2031-01-01T02:00:00Z" } });
  expect(await support()).toMatchObject({ availableRelease: "4.3.0", updateAt: "2031-01-01T02:00:00Z", tracing: false });
  await runOperation(scheduleUpdate, { resolved, input: { at: null } });
  await runOperation(updateGateway, { resolved, input: {} });
  await runOperation(setTracing, { resolved, input: { on: true } });
  await runOperation(rebootGateway, { resolved, input: {} });
  const now = await support();
  expect(now).toMatchObject({ release: "4.3.0", availableRelease: "", updateAt: null, tracing: true });
  expect(now.lines.map(({ text }) => text).slice(0, 5).toSorted()).toEqual(["Call trace started", "Restarted", "Scheduled update cancelled", "Update scheduled for 2031-01-01T02:00:00Z", "Updated to release 4.3.0"]);
  expect((await setUpOf(partner, id)).gateway).toMatchObject({ release: "4.3.0", fault: "" });
  expect(await eventsOf(id, "gateways.update-release")).toHaveLength(1);
});

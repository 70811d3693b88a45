/** Coming in by a gateway: its page, the claim, and the account it is detected for. */
import { request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { lookAtClaim } from "#lib/gateways/look-at-claim.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { DEMO_GATEWAYS } from "#lib/simulators/kit/demo.ts";
import { aGateway, claimOf, claimOfSmbc, detect, register, setUpOf, startGatewayPeer } from "#tests/builders/gateways.ts";
import type { Gateways } from "#tests/builders/gateways.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

let gateways: Gateways;
beforeAll(async () => {
  gateways = await startGatewayPeer();
});

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin") };
}

/** The page that a browser gets under a host name. */
function pageUnder(host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(gateways.url, { headers: { host, accept: "text/html" } }, async (answer) => resolve(Buffer.concat(await answer.toArray()).toString()));
    sent.once("error", reject);
    sent.end();
  });
}

test("GW-02 a standalone gateway answers under its address and as cloudlink.local, asks for a login and hands over to the portal", async () => {
  for (const host of ["cloudlink.local", "192.168.10.20"]) {
    const page = await pageUnder(host);
    expect(page).toContain("CLG-1001, 192.168.10.20");
    expect(page).toContain('<form method="post" action="/gateways/CLG-1001">');
  }
  const wrong = await fetch(`${gateways.url}/gateways/CLG-1001`, { method: "POST", body: new URLSearchParams({ username: "admin", password: "guess" }) });
  expect([wrong.status, await wrong.text()]).toEqual([403, expect.not.stringContaining("claim=")]);
  const right = await fetch(`${gateways.url}/gateways/CLG-1001`, { method: "POST", body: new URLSearchParams(DEMO_GATEWAYS.administrator) });
  expect(await right.text()).toMatch(/<meta http-equiv="refresh" content="0; url=http:\/\/127\.0\.0\.1:3000\/gateway\?claim=[\w.-]+">/);
});

test("GW-03 the page of a gateway can only be opened from its own network", async () => {
  const serial = await aGateway(gateways);
  expect((await fetch(`${gateways.url}/gateways/${serial}`)).status).toBe(200);
  await gateways.ask("PATCH", `/_appliances/${serial}`, { lan: "192.168.77.0/24" });
  const outside = await fetch(`${gateways.url}/gateways/${serial}`);
  expect([outside.status, await outside.text()]).toEqual([403, expect.stringContaining("only be opened from a device in the network of the gateway")]);
});

test("GW-04 the gateway of an SMB controller is entered by Blades and Install of its manager", async () => {
  const serial = await aGateway(gateways, { platform: "smbc" });
  expect((await fetch(`${gateways.url}/gateways/${serial}`)).status).toBe(404);
  const { partner, id } = await place();
  const { gateway } = await detect(partner, id, await claimOfSmbc(gateways, serial));
  expect(gateway).toMatchObject({ serial, platform: "smbc", form: "physical" });
});

test("GW-01 GW-05 GW-10 partner and account admin onboard by the claim; the gateway is detected then, and belongs to the account after the step Gateway only", async () => {
  const { partner, id, admin } = await place();
  await addTo(partner, id, "cloudlink_gateway");
  expect(await entryIn(partner, id, "cloudlink_gateway")).toMatchObject({ state: { tone: "warn", message: "No gateway detected" } });
  const serial = await aGateway(gateways);
  const claim = await claimOf(gateways, serial);
  const asPartner = await runOperation(lookAtClaim, { resolved: await partner.at(null), input: { claim } });
  expect(asPartner).toMatchObject({ serial, platform: "standalone", form: "physical", accounts: [{ id, name: "Ballad Industries", hasIntegration: true }] });
  expect((await runOperation(lookAtClaim, { resolved: await admin.at(null), input: { claim } })).accounts).toEqual(asPartner.accounts);
  await detect(admin, id, claim);
  expect(await entryIn(partner, id, "cloudlink_gateway")).toMatchObject({ status: "incomplete", state: { message: "Configure gateway" } });
  const report = () => gateways.ask<{ accountId: string | null }>("GET", `/api/v1/appliances/${serial}`);
  expect((await report()).accountId).toBeNull();
  await register(admin, id);
  expect((await report()).accountId).toBe(id);
  expect(await eventsOf(id, "gateways.detect")).toMatchObject([{ assetId: "cloudlink_gateway", actorName: "Ada Brandt", changes: [{ property: "gateway", before: null, after: serial }] }]);
});

test("a claim works once, not after its time, and not when it was tampered with; nothing is detected by such a one", async () => {
  const { partner, id } = await place();
  const other = await place();
  const serial = await aGateway(gateways);
  const claim = await claimOf(gateways, serial);
  await expect(detect(partner, id, `${claim.slice(0, -4)}AAAA`)).rejects.toMatchObject({ code: "invalid", message: "This link does not come from a gateway. Open the page of the gateway again." });
  await detect(partner, id, claim);
  await expect(detect(other.partner, other.id, claim)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("was used already") });
  await gateways.ask("PUT", "/_settings", { claimMinutes: 0 });
  const late = await claimOf(gateways, serial);
  await gateways.ask("PUT", "/_settings", { claimMinutes: 15 });
  await expect(detect(other.partner, other.id, late)).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("has expired") });
  expect((await setUpOf(other.partner, other.id)).gateway).toBeNull();
});

test("GW-21 a gateway that belongs to another account can not be onboarded; one that was only detected goes to who comes in by it last", async () => {
  const first = await place();
  const second = await place();
  for (const { partner, id } of [first, second]) await addTo(partner, id, "cloudlink_gateway");
  const serial = await aGateway(gateways);
  await detect(first.partner, first.id, await claimOf(gateways, serial));
  const claim = await claimOf(gateways, serial);
  await detect(second.partner, second.id, claim);
  expect((await setUpOf(first.partner, first.id)).gateway).toBeNull();
  await register(second.partner, second.id);
  expect(await (await fetch(`${gateways.url}/gateways/${serial}`, { method: "POST", body: new URLSearchParams(DEMO_GATEWAYS.administrator) })).text()).toContain(`/accounts/${second.id}/integrations/cloudlink_gateway`);
  await expect(register(first.partner, first.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a user, a stranger and a partner account get nothing by a claim", async () => {
  const { partner, id } = await place();
  const user = await aSignedInUser(partner, id, "user");
  const stranger = await aPartner();
  const claim = await claimOf(gateways, await aGateway(gateways));
  expect((await runOperation(lookAtClaim, { resolved: await user.at(null), input: { claim } })).accounts).toEqual([]);
  await expect(detect(user, id, claim)).rejects.toMatchObject({ code: "forbidden" });
  await expect(detect(stranger, id, claim)).rejects.toMatchObject({ code: "not_found" });
  await expect(detect(partner, partner.accountId, claim)).rejects.toMatchObject({ code: "forbidden" });
  expect((await setUpOf(partner, id)).gateway).toBeNull();
});

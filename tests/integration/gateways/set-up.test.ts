/** The steps of the set-up, each on a real peer. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { getAccount } from "#lib/accounts/get-account.ts";
import { database } from "#lib/db/client.ts";
import { watchGateway } from "#lib/gateways/check-gateway.ts";
import { setSyncSchedule } from "#lib/gateways/connect-pbx.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aGateway, aPbx, claimOf, claimOfSmbc, complete, connect, define, detect, onboard, register, setUpOf, SITE, startGatewayPeer } from "#tests/builders/gateways.ts";
import type { Gateways } from "#tests/builders/gateways.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";

let gateways: Gateways;
let partner: SignedIn;
let id: string;
let serial: string;

beforeAll(async () => {
  gateways = await startGatewayPeer();
});
beforeEach(async () => {
  partner = await aPartner();
  ({ id } = await anAccount(partner));
  await addTo(partner, id, "cloudlink_gateway");
  serial = await aGateway(gateways);
});

const status = async () => (await entryIn(partner, id, "cloudlink_gateway")).state;
const detected = async () => detect(partner, id, await claimOf(gateways, serial));
const report = () => gateways.ask<{ ipAddress: string; accountId: string | null; pbx: unknown }>("GET", `/api/v1/appliances/${serial}`);

test("GW-09 GW-48 INTEG-13 INT-19 the entry names the next step, and at the end that the onboarding is complete", async () => {
  const { pbx } = await aPbx(gateways);
  const said = [await status()];
  for (const step of [detected, () => register(partner, id), () => define(partner, id, pbx), () => connect(partner, id), () => complete(partner, id)]) {
    await step();
    said.push(await status());
  }
  expect(said.map((state) => state?.message)).toEqual(["No gateway detected", "Configure gateway", "Add PBX", "Connect the PBX", "Deployment", "Onboarding Complete"]);
  expect(await entryIn(partner, id, "cloudlink_gateway")).toMatchObject({ status: "on", settingsPlace: "page", state: { tone: "good", message: "Onboarding Complete" } });
});

test("GW-09 GW-24 GW-38 on an SMB controller there is Sync PBX instead, without any details of a PBX, and the interval is fixed", async () => {
  serial = "SMBC-3001";
  await detect(partner, id, await claimOfSmbc(gateways, serial));
  await register(partner, id);
  expect(await status()).toMatchObject({ message: "Sync PBX" });
  await expect(define(partner, id, (await aPbx(gateways)).pbx)).rejects.toMatchObject({ code: "conflict" });
  expect((await connect(partner, id)).gateway).toMatchObject({ platform: "smbc", pbxUserCount: 2, didNumber: "+44 1904 555 300" });
  await expect(runOperation(setSyncSchedule, { resolved: await partner.at(id), input: { minutes: 5 } })).rejects.toMatchObject({ code: "conflict", message: "On an SMB controller the sync interval can not be changed." });
});

test("GW-15 GW-16 GW-17 GW-20 GW-22 the site begins with the business address; registering puts site and network into a physical and a virtual gateway", async () => {
  expect((await setUpOf(partner, id)).business).toEqual({ siteName: "Ballad Industries", address: "Hafenstraße 12", city: "Hamburg", country: "DE", province: "", postalCode: "20457" });
  for (const form of ["physical", "virtual"] as const) {
    partner = await aPartner();
    ({ id } = await anAccount(partner));
    await addTo(partner, id, "cloudlink_gateway");
    serial = await aGateway(gateways, { form });
    await detected();
    const fourth = form === "physical" ? 11 : 12;
    const ethernet = { mode: "static", ipAddress: `172.16.4.${fourth}`, subnetMask: "255.255.255.0", defaultGateway: "172.16.4.1", dnsServers: ["8.8.8.8", "9.9.9.9"] };
    expect((await register(partner, id, { ethernet })).gateway).toMatchObject({ serial, form, site: SITE, ethernet, address: ethernet.ipAddress });
    const { appliances } = await gateways.ask<{ appliances: { serial: string }[] }>("GET", "/_state");
    expect(appliances.find((each) => each.serial === serial)).toMatchObject({ ipAddress: ethernet.ipAddress, association: { accountId: id, accountName: "Ballad Industries", site: SITE, ethernet } });
  }
  expect(await report()).toMatchObject({ serial, platform: "standalone", form: "virtual", ipAddress: "172.16.4.12", release: "4.2.1", health: { ok: true }, accountId: id });
});

test("GW-19 an empty required field, a malformed address and a mask that is none are refused at their fields", async () => {
  await detected();
  const wrong = { mode: "static", ipAddress: "172.16.4", subnetMask: "255.0.255.0", defaultGateway: "172.16.4.1", dnsServers: [] };
  const refused = register(partner, id, { site: { ...SITE, siteName: " ", province: "" }, ethernet: wrong });
  await expect(refused).rejects.toMatchObject({ code: "invalid" });
  const fields = await refused.catch((error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path).toSorted());
  expect(fields).toEqual(["ethernet.dnsServers", "ethernet.ipAddress", "ethernet.subnetMask", "site.province", "site.siteName"]);
  expect((await report()).accountId).toBeNull();
});

test("GW-21 a gateway that does not answer, or refuses, is not linked, and the reason is said at the field it is about", async () => {
  await detected();
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await expect(register(partner, id)).rejects.toMatchObject({ code: "peer_failed", message: `Gateway ${serial} does not answer. Check its power and its network cable.` });
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: false });
  const ethernet = { mode: "static", ipAddress: "172.16.5.9", subnetMask: "255.255.255.0", defaultGateway: "172.16.9.1", dnsServers: ["8.8.8.8"] };
  await expect(register(partner, id, { ethernet })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "ethernet.defaultGateway" }] });
  expect((await setUpOf(partner, id)).gateway).toMatchObject({ site: null });
  expect(await status()).toMatchObject({ message: "Configure gateway" });
  expect(await eventsOf(id, "gateways.register")).toEqual([]);
});

test("GW-11 GW-08 a gateway that is in trouble is an error at the entry with a way to help, and an update is an alert there", async () => {
  await onboard(gateways, partner, id).then((made) => (serial = made.serial));
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await watchGateway({ accountId: id });
  expect(await status()).toEqual({ tone: "bad", message: `Gateway ${serial} does not answer. Check its power and its network cable.`, helpPath: "integrations/cloudlink_gateway/overview" });
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: false, fault: "The disk of the gateway is full." });
  await watchGateway({ accountId: id });
  expect(await status()).toMatchObject({ tone: "bad", message: "The disk of the gateway is full." });
  await gateways.ask("PATCH", `/_appliances/${serial}`, { fault: "", availableRelease: "4.3.0" });
  await watchGateway({ accountId: id });
  expect(await status()).toEqual({ tone: "warn", message: "Software update 4.3.0 is available" });
});

test("GW-25 GW-26 GW-27 GW-28 every type of PBX is defined with its own fields; passwords are sealed, never given out, and typed again for another address", async () => {
  await detected();
  await register(partner, id);
  for (const type of ["mivoice_5000", "mx_one", "mivoice_office_400"]) {
    expect((await define(partner, id, { type, name: "PBX", address: "pbx.ballad.example", port: 8443, username: "cloudlink", password: "a very secret word" })).gateway?.pbx).toMatchObject({ type, port: 8443, username: "cloudlink", keptSecrets: ["password"] });
  }
  await expect(define(partner, id, { type: "mx_one", name: "PBX", address: "pbx.ballad.example", port: "70000", username: "", password: "x" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "pbx.port" }, { path: "pbx.username" }] });
  const mivb = { type: "mivoice_business", name: "MiVB", address: "10.1.1.1", mbgAddress: "10.1.1.2", mbgPassword: "border secret word", micollabAddress: "", micollabPassword: "" };
  await expect(define(partner, id, { ...mivb, mbgPassword: "" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "pbx.mbgPassword", message: "Please enter the password." }] });
  await define(partner, id, mivb);
  const again = await define(partner, id, { ...mivb, name: "MiVB Hamburg", mbgPassword: "" });
  expect(again.gateway?.pbx).toMatchObject({ name: "MiVB Hamburg", port: null, mbgAddress: "10.1.1.2", keptSecrets: ["mbgPassword"] });
  await expect(define(partner, id, { ...mivb, mbgAddress: "10.9.9.9", mbgPassword: "" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "pbx.mbgPassword", message: "The address is another one. Please enter the password again." }] });
  const { text } = await send("GET", `/accounts/${id}/gateway`, await byKey(await aSignedInUser(partner, id, "account_admin")));
  const stored = JSON.stringify(await database().prisma.gateway.findUnique({ where: { accountId: id } }));
  const events = JSON.stringify(await eventsOf(id, "gateways.define-pbx"));
  for (const place of [text, stored, events]) expect(place).not.toContain("secret word");
  expect(text).not.toContain("sealed");
});

test("GW-30 GW-31 GW-32 the PBX lets in by the right credentials and is counted; wrong ones are an error, and nothing counts as connected", async () => {
  const { pbx } = await aPbx(gateways, [{ id: "1", firstName: "Nora", lastName: "Kessler", extension: "4101", email: "nora@pbx.example" }]);
  await detected();
  await register(partner, id);
  await define(partner, id, { ...pbx, password: "guessed" });
  await expect(connect(partner, id)).rejects.toMatchObject({ code: "invalid", message: "The PBX does not accept this CloudLink system user name and password." });
  await define(partner, id, { ...pbx, address: "10.99.99.99" });
  await expect(connect(partner, id)).rejects.toMatchObject({ code: "invalid", message: "No PBX answers at 10.99.99.99:8443. Check its address and port." });
  expect((await setUpOf(partner, id)).gateway).toMatchObject({ connectedAt: null, pbxUserCount: 0 });
  expect(await status()).toMatchObject({ message: "Connect the PBX" });
  await define(partner, id, pbx);
  expect((await connect(partner, id)).gateway).toMatchObject({ connectedAt: expect.any(String), pbxUserCount: 1, didNumber: "+49 40 5550 100", syncMinutes: 20 });
});

test("GW-31 a MiVoice Business lets in by its border gateway and MiCollab", async () => {
  const mivb = { type: "mivoice_business", name: "MiVB", address: "192.168.10.40", mbgAddress: "192.168.10.50", mbgPassword: "mbg-Demo-5308", micollabAddress: "192.168.10.60", micollabPassword: "wrong" };
  await detected();
  await register(partner, id);
  await define(partner, id, mivb);
  await expect(connect(partner, id)).rejects.toMatchObject({ message: "MiCollab does not accept this password." });
  await define(partner, id, { ...mivb, micollabPassword: "micollab-Demo-2650" });
  expect((await connect(partner, id)).gateway).toMatchObject({ pbxUserCount: 2, didNumber: "+49 40 5550 200" });
});

test("INFO-12 the type of the PBX is known once the onboarding is complete", async () => {
  const typeNow = async () => (await runOperation(getAccount, { resolved: await partner.at(id), input: {} })).pbxType;
  const { pbx } = await aPbx(gateways);
  await detected();
  await register(partner, id);
  await define(partner, id, pbx);
  await connect(partner, id);
  expect(await typeNow()).toBe("");
  await complete(partner, id);
  expect(await typeNow()).toBe("MiVoice MX-ONE");
});

test("steps can not be taken before the one they build on, by a version that is old, by a user, or without the integration", async () => {
  const { pbx } = await aPbx(gateways);
  await expect(register(partner, id)).rejects.toMatchObject({ code: "not_found" });
  await detected();
  await expect(define(partner, id, pbx)).rejects.toMatchObject({ code: "conflict" });
  await expect(connect(partner, id)).rejects.toMatchObject({ code: "conflict" });
  await expect(complete(partner, id)).rejects.toMatchObject({ code: "conflict" });
  await expect(register(partner, id, { version: 7 })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("what you typed has not been saved") });
  await expect(register(await aSignedInUser(partner, id, "user"), id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(register(await aPartner(), id)).rejects.toMatchObject({ code: "not_found" });
  await database().prisma.integration.deleteMany({ where: { accountId: id } });
  await expect(register(partner, id)).rejects.toMatchObject({ code: "not_found", message: "CloudLink Gateway is not in use on this account." });
});

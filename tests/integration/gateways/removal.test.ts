/** A gateway that is let go: with its integration, and with its account. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { deactivateAccount, deleteAccount, reactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { resetGateway } from "#lib/gateways/let-go.ts";
import { removeIntegration } from "#lib/integrations/remove-integration.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aGateway, claimOf, detect, onboard, register, startGatewayPeer } from "#tests/builders/gateways.ts";
import type { Gateways } from "#tests/builders/gateways.ts";
import { addTo, entryIn, panelOf } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

let gateways: Gateways;
let partner: SignedIn & { accountId: string };
let id: string;

beforeAll(async () => {
  gateways = await startGatewayPeer();
});
beforeEach(async () => {
  partner = await aPartner();
  ({ id } = await anAccount(partner));
  await addTo(partner, id, "cloudlink_gateway");
});

type State = { appliances: { serial: string; association: unknown; link: unknown; ipAddress: string; dhcpAddress: string }[]; accounts: { accountId: string; status: string }[] };

const stateOf = async (serial: string) => (await gateways.ask<State>("GET", "/_state")).appliances.find((each) => each.serial === serial)!;
const remove = async (word?: string, person: SignedIn = partner) => runOperation(removeIntegration, { resolved: await person.at(id), input: { key: "cloudlink_gateway", ...(word !== undefined && { word }) } });
const told = async (accountId: string) => (await database().prisma.notification.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(({ status, title }) => `${status}: ${title}`);
const inPortal = async () => (await gateways.ask<{ items: { accountId: string }[] }>("GET", "/api/v1/accounts")).items.some(({ accountId }) => accountId === id);

test("GW-51 GW-52 GW-53 with a physical appliance the word revert is asked for; the removal resets it, and it can be onboarded again", async () => {
  const { serial } = await onboard(gateways, partner, id);
  const { address, revert } = { address: (await stateOf(serial)).ipAddress, revert: (await entryIn(partner, id, "cloudlink_gateway")).revert };
  expect(revert).toEqual({ word: "revert", address });
  for (const word of [undefined, "", "reset"]) await expect(remove(word)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "word", message: "Type revert to continue." }] });
  expect(await stateOf(serial)).toMatchObject({ association: { accountId: id } });
  expect(await entryIn(partner, id, "cloudlink_gateway")).toMatchObject({ removing: false, status: "on" });
  const admin = await aSignedInUser(partner, id, "account_admin");
  await remove("revert", admin);
  await workOff(["integrations.remove", "gateways.reset"]);
  expect((await panelOf(partner, id)).entries).toEqual([]);
  const { dhcpAddress, ...after } = await stateOf(serial);
  expect(after).toMatchObject({ association: null, link: null, ipAddress: dhcpAddress });
  expect(await told(id)).toEqual(["completed: CloudLink Gateway removed", `completed: Gateway ${serial} of Ballad Industries was reset to factory default`]);
  await addTo(partner, id, "cloudlink_gateway");
  await detect(partner, id, await claimOf(gateways, serial));
  expect((await register(partner, id)).gateway).toMatchObject({ serial, site: { siteName: "Hamburg" } });
});

test("GW-54 with a virtual appliance, or with one that was only detected, nothing is asked", async () => {
  const { serial } = await onboard(gateways, partner, id, { kind: { form: "virtual" } });
  expect((await entryIn(partner, id, "cloudlink_gateway")).revert).toBeNull();
  await remove();
  await workOff(["integrations.remove", "gateways.reset"]);
  expect(await stateOf(serial)).toMatchObject({ association: null });
  await addTo(partner, id, "cloudlink_gateway");
  await detect(partner, id, await claimOf(gateways, await aGateway(gateways)));
  expect((await entryIn(partner, id, "cloudlink_gateway")).revert).toBeNull();
});

test("GW-53 a gateway that is unplugged is reset when it answers again; whoever asked is told at the first failure and of the end", async () => {
  const { serial } = await onboard(gateways, partner, id);
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await remove("revert");
  await workOff(["integrations.remove"]);
  const { id: resetId } = await database().prisma.gatewayReset.findFirstOrThrow({ where: { accountId: partner.accountId } });
  const attempt = () => resetGateway({ accountId: partner.accountId, resetId });
  for (let tries = 0; tries < 3; tries++) await expect(attempt()).rejects.toThrow("does not answer");
  expect(await database().prisma.gatewayReset.findFirst({ where: { id: resetId } })).toMatchObject({ attempts: 3, error: expect.stringContaining("does not answer"), customerName: "Ballad Industries" });
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: false });
  await attempt();
  await attempt();
  expect(await stateOf(serial)).toMatchObject({ association: null });
  expect((await told(partner.accountId)).filter((each) => each.includes(serial))).toEqual([
    `in_progress: Gateway ${serial} of Ballad Industries could not be reset to factory default yet`,
    `completed: Gateway ${serial} of Ballad Industries was reset to factory default`,
  ]);
  expect(await eventsOf(partner.accountId, "gateways.reset")).toMatchObject([{ changes: [{ property: "factoryReset", before: "started", after: "done" }], details: { serial, customer: "Ballad Industries" } }]);
});

test("a reset that comes late leaves alone a gateway that is somebody else's by then", async () => {
  const { serial } = await onboard(gateways, partner, id);
  await remove("revert");
  await workOff(["integrations.remove"]);
  const other = await aPartner();
  const { id: otherId } = await anAccount(other);
  await addTo(other, otherId, "cloudlink_gateway");
  await gateways.ask("POST", `/api/v1/appliances/${serial}/factory-reset`, { accountId: id });
  await detect(other, otherId, await claimOf(gateways, serial));
  await register(other, otherId);
  await workOff(["gateways.reset"]);
  expect(await stateOf(serial)).toMatchObject({ association: { accountId: otherId } });
});

test("ACCT-19 GW-55 deleting an account resets its gateway, though the account is gone", async () => {
  const { serial } = await onboard(gateways, partner, id);
  await runOperation(deleteAccount, { resolved: await partner.at(id), input: { word: "delete" } });
  expect(await stateOf(serial)).toMatchObject({ association: { accountId: id } });
  await workOff(["gateways.reset"]);
  expect(await stateOf(serial)).toMatchObject({ association: null, link: null });
  expect(await told(partner.accountId)).toContain(`completed: Gateway ${serial} of Ballad Industries was reset to factory default`);
});

test("ACCT-19 a refused deletion of an account leaves its gateway as it is", async () => {
  const { serial } = await onboard(gateways, partner, id);
  await expect(runOperation(deleteAccount, { resolved: await partner.at(id), input: { word: "no" } })).rejects.toMatchObject({ code: "invalid" });
  expect(await workOff(["gateways.reset"])).toBe(0);
  expect(await stateOf(serial)).toMatchObject({ association: { accountId: id } });
});

test("ACCT-25 a reactivated account is listed in the gateway portal again", async () => {
  await onboard(gateways, partner, id);
  expect(await inPortal()).toBe(true);
  await runOperation(deactivateAccount, { resolved: await partner.at(id), input: { word: "deactivate" } });
  await workOff(["gateways.list-account"]);
  expect(await inPortal()).toBe(false);
  await runOperation(reactivateAccount, { resolved: await partner.at(id), input: { word: "reactivate" } });
  await workOff(["gateways.list-account"]);
  expect(await inPortal()).toBe(true);
});

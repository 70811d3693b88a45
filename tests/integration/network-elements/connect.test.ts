/** Connecting the systems of an account: tried before it is kept, and its password never told again. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { log } from "#lib/log/log.ts";
import { addNetworkElement } from "#lib/network-elements/add-network-element.ts";
import { openPassword } from "#lib/network-elements/connect.ts";
import { findNetworkElements } from "#lib/network-elements/find-network-elements.ts";
import type { AddNetworkElementInput } from "#lib/network-elements/schemas.ts";
import { updateNetworkElement } from "#lib/network-elements/update-network-element.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { freePort } from "#lib/config/ports.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const PASSWORD = "peer-password";
let peers: TestPeers;
let partner: SignedIn;
let accountId: string;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
beforeEach(async () => void (accountId = (await anAccount(partner)).id));
afterEach(() => vi.restoreAllMocks());
afterAll(() => peers.close());

async function connect(fields: Partial<AddNetworkElementInput> = {}) {
  const kind = fields.kind ?? "mivb";
  return runOperation(addNetworkElement, { resolved: await partner.at(accountId), input: { kind, address: peers.url[kind], username: "admin", password: PASSWORD, ...fields } });
}

async function update(elementId: string, fields: { address?: string; username?: string; password?: string; version?: number }) {
  const { version } = await database().prisma.networkElement.findUniqueOrThrow({ where: { accountId_id: { accountId, id: elementId } } });
  const input = { elementId, version, address: peers.url.mivb, username: "admin", password: "", ...fields };
  return runOperation(updateNetworkElement, { resolved: await partner.at(accountId), input });
}

const stored = () => database().prisma.networkElement.findMany({ where: { accountId } });

test("a system that is connected says its name and release, which are shown with it", async () => {
  const connected = await connect();
  expect(connected).toMatchObject({ kind: "mivb", name: "mivb-1", address: peers.url.mivb, username: "admin", status: "connected", statusMessage: "", serviceCount: 0 });
  expect(connected.release).toMatch(/^\d+\.\d+/);
  await connect({ kind: "mbg", address: `${peers.url.mbg}///` });
  const { items } = await runOperation(findNetworkElements, { resolved: await partner.at(accountId), input: {} });
  expect(items.map(({ kind, name, address }) => ({ kind, name, address }))).toEqual([
    { kind: "mivb", name: "mivb-1", address: peers.url.mivb },
    { kind: "mbg", name: "mbg-1", address: peers.url.mbg },
  ]);
});

test("ACDPRE-01 every connected server reports its release, and the portal shows it", async () => {
  const releases: Record<string, string> = {};
  for (const kind of ["mivb", "mbg", "micollab", "micc"] as const) releases[kind] = (await connect({ kind })).release;
  expect(releases).toMatchObject({ mivb: "9.4", micollab: "9.5", micc: "9.1" });
  const { items } = await runOperation(findNetworkElements, { resolved: await partner.at(accountId), input: {} });
  expect(Object.fromEntries(items.map(({ kind, release }) => [kind, release]))).toEqual(releases);
});

test("the stored password is sent to no other server than the one it was entered for", async () => {
  const { id } = await connect();
  await expect(update(id, { address: peers.url.mbg })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password", message: "Please enter the password: the stored one is not sent to another address." }] });
  expect(await update(id, { address: `${peers.url.mivb}/` })).toMatchObject({ address: peers.url.mivb });
});

describe("what is wrong is told at its field, and nothing is kept", () => {
  test.each([
    ["a password", { password: "wrong" }, "username", /does not accept this user name and password/],
    ["a user name", { username: "nobody" }, "username", /does not accept this user name and password/],
    ["something that is no address", { address: "the mivb" }, "address", /Please enter an address/],
    ["an address of another protocol", { address: "ftp://mivb.example" }, "address", /Please enter an address/],
    ["an empty password", { password: "" }, "password", /Please enter the password/],
    ["an empty user name", { username: " " }, "username", /Please enter a user name/],
  ])("%s", async (_, fields, path, message) => {
    await expect(connect(fields)).rejects.toMatchObject({ code: "invalid", fields: [{ path, message: expect.stringMatching(message) }] });
    expect(await stored()).toEqual([]);
  });

  test("an address where nothing answers, where another system answers, and one with credentials in it", async () => {
    const nothing = `http://127.0.0.1:${await freePort()}`;
    await expect(connect({ address: nothing })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "address", message: expect.stringContaining("refused the connection") }] });
    await expect(connect({ address: "http://no-such-host.invalid" })).rejects.toMatchObject({ fields: [{ path: "address" }] });
    await expect(connect({ address: peers.url.micollab })).rejects.toMatchObject({ fields: [{ path: "address", message: expect.stringContaining("answers, but not as MiVoice Business") }] });
    await expect(connect({ address: peers.url.mivb.replace("http://", "http://admin:hidden-word@") })).rejects.toMatchObject({ fields: [{ path: "address", message: "Please leave the user name and the password out of the address." }] });
    await expect(connect({ address: `${peers.url.mivb}?token=hidden-word` })).rejects.toMatchObject({ fields: [{ path: "address" }] });
    expect(await stored()).toEqual([]);
  });

  test("also when it is changed: the way that worked is kept", async () => {
    const { id } = await connect();
    await expect(update(id, { password: "wrong" })).rejects.toMatchObject({ fields: [{ path: "username" }] });
    await expect(update(id, { address: `http://127.0.0.1:${await freePort()}`, password: PASSWORD })).rejects.toMatchObject({ fields: [{ path: "address" }] });
    expect((await stored()).map((element) => ({ address: element.address, password: openPassword(element) }))).toEqual([{ address: peers.url.mivb, password: PASSWORD }]);
    expect(await eventsOf(accountId, "network-elements.update")).toEqual([]);
  });
});

test("a second system of the same kind is refused, whatever its address, also at the same moment", async () => {
  const outcomes = await Promise.allSettled([connect(), connect(), connect({ address: `${peers.url.mivb}/` })]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(connect()).rejects.toMatchObject({ code: "conflict", message: "This account has a MiVoice Business already: mivb-1.", fields: [{ path: "kind" }] });
  expect(await stored()).toHaveLength(1);
});

test("the password is sealed in the table, opens for this element only, and is in no answer, event or log", async () => {
  const logged = (["info", "warn", "error", "debug"] as const).map((level) => vi.spyOn(log, level).mockReturnValue());
  const connected = await connect();
  await connect({ kind: "micc", password: "wrong-word" }).catch(() => {});
  const changed = await update(connected.id, { password: PASSWORD });
  const [element] = await stored();
  expect(Buffer.from(element!.passwordSealed).toString("latin1")).not.toContain(PASSWORD);
  expect(openPassword(element!)).toBe(PASSWORD);
  expect(() => openPassword({ ...element!, id: accountId })).toThrow(Error);
  const told = JSON.stringify([connected, changed, await database().prisma.event.findMany({ where: { accountId } }), logged.map(({ mock }) => mock.calls)]);
  expect(told).not.toContain(PASSWORD);
  expect(told).not.toContain("wrong-word");
});

test("two who change how a system is reached: the second is told who was first, and nothing is overwritten", async () => {
  const { id, version } = await connect();
  const first = await update(id, { address: `${peers.url.mivb}/`, version });
  expect(first.version).toBe(version + 1);
  await expect(update(id, { username: "admin", version })).rejects.toMatchObject({ code: "conflict", message: "Mara Lindqvist changed this system meanwhile. Reload the page to see the change; what you typed has not been saved." });
  expect(await stored()).toMatchObject([{ version: version + 1 }]);
  expect(await eventsOf(accountId, "network-elements.update")).toHaveLength(1);
});

test("an empty password keeps the one that is stored, and the event says what changed and that a password did", async () => {
  const { id } = await connect();
  expect(await update(id, { address: `${peers.url.mivb}/` })).toMatchObject({ address: peers.url.mivb, status: "connected" });
  await update(id, { password: PASSWORD });
  expect(await eventsOf(accountId, "network-elements.update")).toMatchObject([
    { action: "Edit", changes: [], details: {} },
    { action: "Edit", changes: [], details: { password: "changed" } },
  ]);
});

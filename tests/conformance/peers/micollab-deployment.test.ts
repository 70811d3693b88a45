/** Deploying clients through the adapter, and the redirect server behind the link. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { ClientAccount, Deployment } from "#lib/provisioning/adapters/adapter.ts";
import { connectMicollab } from "#lib/provisioning/adapters/micollab.ts";
import { anAccount, newKey } from "./builders.ts";
import { peerUnderTest } from "./peer-under-test.ts";
import { simulatorForTest } from "./simulators.ts";

const peer = peerUnderTest("micollab");

async function addAccount(overrides: Partial<ClientAccount> = {}): Promise<ClientAccount> {
  const account = anAccount(overrides);
  await peer.adapter.createClientAccount(account, newKey());
  onTestFinished(() => peer.adapter.deleteClientAccount(account.userName, newKey()));
  return account;
}

async function deploy(pin: string, overrides: Partial<ClientAccount> = {}): Promise<Deployment> {
  const { userName } = await addAccount(overrides);
  return peer.adapter.deploy(userName, "default", pin, newKey());
}

/** Opens a link as a client does that scanned the QR code. */
async function open(link: string, pin?: string) {
  const response = await fetch(link, pin === undefined ? {} : { method: "POST", body: JSON.stringify({ pin }), headers: { "content-type": "application/json" } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Sends the PIN as the page behind the link does. */
function sendForm(link: string, pin: string): Promise<Response> {
  return fetch(link, { method: "POST", body: new URLSearchParams({ pin }), headers: { accept: "text/html" } });
}

describe("deploying a client", () => {
  test("DEPIMP-22 gives a link and a QR code, behind which the configuration is cached", async () => {
    const { link, qrSvg, pin } = await deploy("4711", { softPhoneExtension: "2002" });
    expect(qrSvg).toMatch(/^<svg /);
    expect(pin).toBe("4711");
    expect(await open(link, "4711")).toMatchObject({ status: 200, body: { profile: "default", phoneType: "SOFTPHONE", deviceType: 76 } });
  });

  test("SIM-12 DEPLOY-28 the PIN is asked for where one is set; without the right one the configuration is not delivered", async () => {
    const { link } = await deploy("4711");
    expect(await open(link)).toMatchObject({ status: 403, body: { error: { code: "pin_required" } } });
    expect(await open(link, "4712")).toMatchObject({ status: 403, body: { error: { code: "wrong_pin" } } });
    expect(await open(link, "4711")).toMatchObject({ status: 200 });
    const free = await deploy("");
    expect(await open(free.link)).toMatchObject({ status: 200, body: { profile: "default" } });
  });

  test("after five wrong PINs, also at once, the link is locked until the client is deployed again", async () => {
    const { userName } = await addAccount();
    const { link } = await peer.adapter.deploy(userName, "default", "4711", newKey());
    const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => open(link, String(5000 + index))));
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(await open(link, "4711")).toMatchObject({ status: 429, body: { error: { code: "pin_locked" } } });
    const again = await peer.adapter.deploy(userName, "default", "4711", newKey());
    expect(await open(again.link, "4711")).toMatchObject({ status: 200 });
    expect(await open(link, "4711")).toMatchObject({ status: 404 });
  });

  test.each(["123", "123456789012345678901", "12a4", "12 4"])("DEPLOY-26 the PIN %j is refused", async (pin) => {
    await expect(deploy(pin)).rejects.toMatchObject({ failure: "rejected", reason: "invalid_field", field: "pin" });
  });

  test.each(["1234", "0000", "12345678901234567890"])("DEPLOY-26 the PIN %j is taken", async (pin) => {
    const { link } = await deploy(pin);
    expect(await open(link, pin)).toMatchObject({ status: 200 });
  });

  test("DEPLOY-31 several users may have the same PIN", async () => {
    const links = [await deploy("4711"), await deploy("4711")].map(({ link }) => link);
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(await open(link, "4711")).toMatchObject({ status: 200 });
  });

  test("a repeated key gives the same link; deployments are listed and can be taken back", async () => {
    const { userName } = await addAccount();
    const key = newKey();
    const first = await peer.adapter.deploy(userName, "default", "4711", key);
    const second = await peer.adapter.deploy(userName, "default", "4711", key);
    expect(second).toEqual(first);
    expect(await peer.adapter.listDeployments()).toContainEqual({ userName, profile: "default", link: first.link });
    await peer.adapter.undeploy(userName, newKey());
    await peer.adapter.undeploy(userName, newKey());
    expect(await open(first.link, "4711")).toMatchObject({ status: 404 });
    expect((await peer.adapter.listDeployments()).map((each) => each.userName)).not.toContain(userName);
  });

  test("an unknown profile and an unknown account are refused", async () => {
    const { userName } = await addAccount();
    await expect(peer.adapter.deploy(userName, "Do Not Deploy", "4711", newKey())).rejects.toMatchObject({ reason: "unknown_deployment_profile", field: "profile" });
    await expect(peer.adapter.deploy("nobody", "default", "4711", newKey())).rejects.toMatchObject({ reason: "not_found" });
  });

  test("deleting or renaming the account ends its link", async () => {
    const [one, two] = [await addAccount(), await addAccount()];
    const links = [await peer.adapter.deploy(one.userName, "default", "", newKey()), await peer.adapter.deploy(two.userName, "default", "", newKey())];
    await peer.adapter.deleteClientAccount(one.userName, newKey());
    await peer.adapter.updateClientAccount(two.userName, { userName: `${two.userName}-new` }, newKey());
    onTestFinished(() => peer.adapter.deleteClientAccount(`${two.userName}-new`, newKey()));
    for (const { link } of links) expect(await open(link)).toMatchObject({ status: 404 });
  });
});

describe("the page behind the link", () => {
  test("asks for the PIN without the administrator's sign-in, says when it is wrong, and delivers the configuration", async () => {
    const { link } = await deploy("4711");
    const first = await fetch(link, { headers: { accept: "text/html" } });
    expect(first.status).toBe(200);
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await first.text()).toContain('name="pin"');
    const wrong = await sendForm(link, "4712");
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).toContain("This PIN is wrong.");
    expect(await (await sendForm(link, "4711")).json()).toMatchObject({ profile: "default" });
  });

  test("a link that is not valid shows a page that says so", async () => {
    const { link } = await deploy("4711");
    const response = await fetch(`${link}x`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("not valid any more");
  });
});

test("DEPIMP-23 SIM-12 the redirect server holds no first name, last name, directory number or e-mail address", async () => {
  const micollab = await simulatorForTest("micollab");
  const adapter = connectMicollab(micollab.connection);
  const person = { firstName: "Zebulon", lastName: "Quackenbush", email: "zq@private.example", deskPhoneExtension: "2718", softPhoneExtension: "2719" };
  const account = anAccount({ ...person, userName: person.email });
  await adapter.createClientAccount(account, newKey());
  const { link } = await adapter.deploy(account.userName, "default", "", newKey());
  const delivered = JSON.stringify((await open(link)).body);
  const cached = JSON.stringify((await micollab.state()).redirects);
  expect(cached).toContain("clientServiceHost");
  for (const value of Object.values(person)) {
    expect(cached).not.toContain(value);
    expect(delivered).not.toContain(value);
    expect(link).not.toContain(value);
  }
});

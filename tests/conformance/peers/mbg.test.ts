/** What an adapter of a MiVoice Border Gateway must do, and the rules the simulated one keeps. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { TeleworkerSet } from "#lib/provisioning/adapters/adapter.ts";
import { connectMbg } from "#lib/provisioning/adapters/mbg.ts";
import { aSet, newKey, unique } from "./builders.ts";
import { peerUnderTest } from "./peer-under-test.ts";
import { simulatorForTest } from "./simulators.ts";

const peer = peerUnderTest("mbg");

async function addSet(overrides: Partial<TeleworkerSet> = {}): Promise<TeleworkerSet> {
  const set = aSet(overrides);
  await peer.adapter.createTeleworkerSet(set, newKey());
  onTestFinished(() => peer.adapter.deleteTeleworkerSet(set.sipUserName, newKey()));
  return set;
}

function shown({ sipPassword: _sipPassword, ...set }: TeleworkerSet): TeleworkerSet {
  return set;
}

describe("a MiVoice Border Gateway through its adapter", () => {
  test("tells its release, its connection and the host phones register at", async () => {
    const info = await peer.adapter.info();
    expect(info).toMatchObject({ kind: "mbg", release: expect.stringMatching(/^\d/) });
    expect(info.sipHost).not.toBe("");
  });

  test("SIM-07 creates, changes, lists and deletes teleworker sets; the password never comes back", async () => {
    const set = await addSet();
    expect(await peer.adapter.listTeleworkerSets()).toContainEqual(shown(set));
    await peer.adapter.updateTeleworkerSet(set.sipUserName, { description: "Home office" }, newKey());
    expect(await peer.adapter.listTeleworkerSets()).toContainEqual({ ...shown(set), description: "Home office" });
    await peer.adapter.deleteTeleworkerSet(set.sipUserName, newKey());
    await peer.adapter.deleteTeleworkerSet(set.sipUserName, newKey());
    expect((await peer.adapter.listTeleworkerSets()).map(({ sipUserName }) => sipUserName)).not.toContain(set.sipUserName);
  });

  test("a repeated key makes no second set", async () => {
    const set = aSet({ number: "7001" });
    const key = newKey();
    onTestFinished(() => peer.adapter.deleteTeleworkerSet(set.sipUserName, newKey()));
    await Promise.all([1, 2, 3].map(() => peer.adapter.createTeleworkerSet(set, key)));
    expect((await peer.adapter.listTeleworkerSets()).filter(({ number }) => number === "7001")).toHaveLength(1);
  });

  test("a SIP user name and a number belong to one set", async () => {
    const set = await addSet({ number: "7002" });
    await expect(peer.adapter.createTeleworkerSet(aSet({ sipUserName: set.sipUserName, number: "7003" }), newKey())).rejects.toMatchObject({
      failure: "conflict",
      reason: "sip_user_name_in_use",
    });
    await expect(peer.adapter.createTeleworkerSet(aSet({ number: "7002" }), newKey())).rejects.toMatchObject({ failure: "conflict", reason: "number_in_use", field: "number" });
  });

  test.each(["7328", "Short1!", "alllowercaseletters", "lowerand12345"])("the password %j is refused as weak, in a sentence without it", async (sipPassword) => {
    const refusal = await peer.adapter.createTeleworkerSet(aSet({ number: "7328", sipPassword }), newKey()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ failure: "rejected", reason: "weak_password", field: "sipPassword" });
    expect(String(refusal)).not.toContain(sipPassword);
  });
});

describe("a simulated MiVoice Border Gateway", () => {
  test("SIM-08 DEPLOY-34 over a remote connection a number with # is refused, over a local and a clustered one it is taken", async () => {
    const mbg = await simulatorForTest("mbg");
    const adapter = connectMbg(mbg.connection);
    await mbg.setSettings({ connection: "remote" });
    await expect(adapter.createTeleworkerSet(aSet({ number: "1#001" }), newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "number_not_synchronized",
      field: "number",
      message: "MiVoice Border Gateway: Number 1#001 contains # and can not be synchronized over a remote connection; use 1*001.",
    });
    await adapter.createTeleworkerSet(aSet({ number: "1*001" }), newKey());
    await mbg.setSettings({ connection: "local" });
    await adapter.createTeleworkerSet(aSet({ number: "1#001" }), newKey());
    await mbg.setSettings({ connection: "clustered" });
    await adapter.createTeleworkerSet(aSet({ number: "1#002" }), newKey());
    expect((await adapter.listTeleworkerSets()).map(({ number }) => number).toSorted()).toEqual(["1#001", "1#002", "1*001"]);
    expect((await adapter.info()).connection).toBe("clustered");
  });

  test("SIM-07 a phone registers with the SIP user name and the password of its set, also after a rename and a new password", async () => {
    const mbg = await simulatorForTest("mbg");
    const adapter = connectMbg(mbg.connection);
    const register = async (sipUserName: string, sipPassword: string) =>
      (await mbg.call("POST", "/sip/v1/register", { sipUserName, sipPassword }, { authorization: "" })).status;
    await adapter.createTeleworkerSet(aSet({ sipUserName: "smithj-7328", sipPassword: "Str0ng-enough" }), newKey());
    expect(await register("smithj-7328", "Str0ng-enough")).toBe(200);
    expect(await register("smithj-7328", "Str0ng-but-wrong")).toBe(401);
    expect(await register("nobody-7328", "Str0ng-enough")).toBe(401);
    await adapter.updateTeleworkerSet("smithj-7328", { sipUserName: "jonesj-7328" }, newKey());
    expect(await register("jonesj-7328", "Str0ng-enough")).toBe(200);
    await adapter.updateTeleworkerSet("jonesj-7328", { sipPassword: "An0ther-one" }, newKey());
    expect(await register("jonesj-7328", "Str0ng-enough")).toBe(401);
    expect(await register("jonesj-7328", "An0ther-one")).toBe(200);
    expect(JSON.stringify(await mbg.state())).not.toContain("An0ther-one");
  });

  test("a set without a given password gets a strong one, told once", async () => {
    const mbg = await simulatorForTest("mbg");
    const sipUserName = unique("smithj-");
    const { body } = await mbg.call("POST", "/api/v1/teleworker-sets", { sipUserName, number: "7328" });
    const { sipPassword } = body as { sipPassword: string };
    expect((await mbg.call("POST", "/sip/v1/register", { sipUserName, sipPassword })).status).toBe(200);
    expect((await mbg.call("GET", `/api/v1/teleworker-sets/${sipUserName}`)).text).not.toContain("sipPassword");
  });

  test("SIP users that only the MBG knows are listed with the sets, and are not teleworker sets", async () => {
    const mbg = await simulatorForTest("mbg");
    const adapter = connectMbg(mbg.connection);
    await mbg.call("POST", "/api/v1/sip-users", { sipUserName: "door-1", number: "7900" });
    await adapter.createTeleworkerSet(aSet({ sipUserName: "smithj-7328" }), newKey());
    const { items } = (await mbg.call("GET", "/api/v1/sip-users")).body as { items: object[] };
    expect(items).toMatchObject([{ sipUserName: "door-1", kind: "sip" }, { sipUserName: "smithj-7328", kind: "teleworker" }]);
    expect(await adapter.listTeleworkerSets()).toMatchObject([{ sipUserName: "smithj-7328" }]);
    await adapter.deleteTeleworkerSet("door-1", newKey());
    expect((await mbg.call("GET", "/api/v1/sip-users/door-1")).status).toBe(200);
  });
});

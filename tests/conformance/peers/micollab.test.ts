/** What an adapter of MiCollab must do with client accounts, and the rules the simulated one keeps. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { ClientAccount } from "#lib/provisioning/adapters/adapter.ts";
import { connectMicollab } from "#lib/provisioning/adapters/micollab.ts";
import { anAccount, newKey } from "./builders.ts";
import { peerUnderTest } from "./peer-under-test.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

const peer = peerUnderTest("micollab");

async function addAccount(overrides: Partial<ClientAccount> = {}): Promise<ClientAccount> {
  const account = anAccount(overrides);
  await peer.adapter.createClientAccount(account, newKey());
  onTestFinished(() => peer.adapter.deleteClientAccount(account.userName, newKey()));
  return account;
}

async function accountOf(userName: string): Promise<ClientAccount | undefined> {
  return (await peer.adapter.listClientAccounts()).find((account) => account.userName === userName);
}

describe("MiCollab client accounts through the adapter", () => {
  test("tells mode, licences and profiles", async () => {
    const info = await peer.adapter.info();
    expect(info).toMatchObject({ kind: "micollab", mode: "integrated", flowThrough: true });
    expect(info.licences.map(({ partNumber }) => partNumber)).toEqual(["54006539", "54006542", "54006545"]);
    expect(info.featureProfiles).toContain("UCC (V4.0) Standard");
    expect(info.deploymentProfiles.map(({ name }) => name)).toContain("default");
  });

  test("SIM-10 ACDADD-06 a softphone is kept with phone type SOFTPHONE and device type 76", async () => {
    const { userName } = await addAccount({ deskPhoneExtension: "2001", softPhoneExtension: "2002", password: "Welc0me-1" });
    expect(await accountOf(userName)).toMatchObject({ deskPhoneExtension: "2001", softPhoneExtension: "2002", phoneType: "SOFTPHONE", deviceType: 76 });
  });

  test("without a soft phone extension, or with one that is no SIP ACD softphone, there is no phone type", async () => {
    const desk = await addAccount({ deskPhoneExtension: "2001" });
    const plain = await addAccount({ softPhoneExtension: "2002", phoneType: null });
    expect(await accountOf(desk.userName)).toMatchObject({ phoneType: null, deviceType: null });
    expect(await accountOf(plain.userName)).toMatchObject({ softPhoneExtension: "2002", phoneType: null, deviceType: null });
  });

  test("SIM-10 ACDMIG-06 setting both extensions to None clears the phone data and leaves the account", async () => {
    const account = await addAccount({ deskPhoneExtension: "2001", softPhoneExtension: "2002" });
    await peer.adapter.updateClientAccount(account.userName, { deskPhoneExtension: null, softPhoneExtension: null }, newKey());
    expect(await accountOf(account.userName)).toEqual({ ...account, deskPhoneExtension: null, softPhoneExtension: null, phoneType: null, deviceType: null });
  });

  test("a change that does not speak of the softphone leaves it as it is", async () => {
    const { userName } = await addAccount({ softPhoneExtension: "2002", phoneType: null });
    await peer.adapter.updateClientAccount(userName, { miTeamClassic: true }, newKey());
    expect(await accountOf(userName)).toMatchObject({ miTeamClassic: true, phoneType: null, deviceType: null });
  });

  test("ACDPRE-11 an account uses one licence of its bundle, moves it with the bundle, and gives it back", async () => {
    const used = async () => Object.fromEntries((await peer.adapter.info()).licences.map(({ partNumber, used: count }) => [partNumber, count]));
    const before = await used();
    const account = anAccount();
    const key = newKey();
    await peer.adapter.createClientAccount(account, key);
    await peer.adapter.createClientAccount(account, key);
    expect(await used()).toEqual({ ...before, "54006542": (before["54006542"] ?? 0) + 1 });
    await peer.adapter.updateClientAccount(account.userName, { uccBundle: "UCC Entry User for Enterprise (V4.0)" }, newKey());
    expect(await used()).toEqual({ ...before, "54006539": (before["54006539"] ?? 0) + 1 });
    await peer.adapter.deleteClientAccount(account.userName, newKey());
    expect(await used()).toEqual(before);
  });

  test.each([
    [{ uccBundle: "UCC Gold" }, "unknown_bundle", "uccBundle"],
    [{ featureProfile: "Everything" }, "unknown_feature_profile", "featureProfile"],
    [{ userProfile: "Nobody's" }, "unknown_user_profile", "userProfile"],
    [{ softPhoneExtension: "12x" }, "invalid_field", "softPhoneExtension"],
    [{ userName: "" }, "missing_field", "userName"],
  ])("%j is refused as %s", async (overrides, reason, field) => {
    const { userName } = anAccount();
    await expect(peer.adapter.createClientAccount(anAccount({ userName, ...overrides }), newKey())).rejects.toMatchObject({ failure: "rejected", reason, field });
    expect(await accountOf(userName)).toBeUndefined();
  });

  test("a user name belongs to one account, and deleting a missing one is success", async () => {
    const { userName } = await addAccount();
    await expect(peer.adapter.createClientAccount(anAccount({ userName }), newKey())).rejects.toMatchObject({ failure: "conflict", reason: "user_name_in_use" });
    await peer.adapter.deleteClientAccount("nobody-at-all", newKey());
  });
});

describe("a simulated MiCollab", () => {
  test("when no licence of a bundle is left, the account is refused and nothing is used up", async () => {
    const micollab = await simulatorForTest("micollab");
    const adapter = connectMicollab(micollab.connection);
    const { licences } = await adapter.info();
    await micollab.setSettings({ licences: licences.map(({ used: _used, ...licence }) => ({ ...licence, total: 1 })) });
    const [first, second] = [anAccount(), anAccount()];
    await adapter.createClientAccount(first, newKey());
    await expect(adapter.createClientAccount(second, newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "no_licence",
      field: "uccBundle",
      message: "MiCollab: No licence of UCC Standard User for Enterprise (V4.0) is left; all 1 are in use.",
    });
    expect(await adapter.listClientAccounts()).toHaveLength(1);
    await adapter.deleteClientAccount(first.userName, newKey());
    await adapter.createClientAccount(second, newKey());
  });

  test("a SIP ACD softphone is refused in co-located mode and while flow through provisioning is off", async () => {
    const micollab = await simulatorForTest("micollab");
    const adapter = connectMicollab(micollab.connection);
    const softphone = anAccount({ softPhoneExtension: "2002" });
    await micollab.setSettings({ mode: "colocated" });
    await expect(adapter.createClientAccount(softphone, newKey())).rejects.toMatchObject({ failure: "rejected", reason: "colocated_mode" });
    await micollab.setSettings({ mode: "integrated" });
    await adapter.setFlowThrough(false);
    await expect(adapter.createClientAccount(softphone, newKey())).rejects.toMatchObject({ failure: "rejected", reason: "flow_through_off" });
    await adapter.createClientAccount(anAccount({ deskPhoneExtension: "2001" }), newKey());
    await adapter.setFlowThrough(true);
    await adapter.createClientAccount(softphone, newKey());
  });

  describe("client login", () => {
    async function logIn(micollab: Simulator, userName: string, password: string) {
      return (await micollab.call("POST", "/client/v1/login", { userName, password }, { authorization: "" })).body;
    }

    test("SIM-11 the right password is let in; a wrong one, and an account whose password was never set, are not", async () => {
      const micollab = await simulatorForTest("micollab");
      const adapter = connectMicollab(micollab.connection);
      const [set, unset] = [anAccount({ softPhoneExtension: "2002", password: "Welc0me-1" }), anAccount()];
      await adapter.createClientAccount(set, newKey());
      await adapter.createClientAccount(unset, newKey());
      expect(await logIn(micollab, set.userName, "Welc0me-1")).toMatchObject({ userName: set.userName, softPhoneExtension: "2002", deviceType: 76 });
      expect(await logIn(micollab, set.userName, "Welc0me-2")).toMatchObject({ error: { code: "wrong_password" } });
      expect(await logIn(micollab, "nobody", "Welc0me-1")).toMatchObject({ error: { code: "wrong_password" } });
      expect(await logIn(micollab, unset.userName, "Welc0me-1")).toMatchObject({ error: { code: "password_not_set" } });
      await adapter.updateClientAccount(unset.userName, { password: "Welc0me-3" }, newKey());
      expect(await logIn(micollab, unset.userName, "Welc0me-3")).toMatchObject({ userName: unset.userName });
      expect(JSON.stringify([await micollab.state(), await adapter.listClientAccounts()])).not.toContain("Welc0me");
    });

    test("a renamed account is logged in to under its new name", async () => {
      const micollab = await simulatorForTest("micollab");
      const adapter = connectMicollab(micollab.connection);
      const account = anAccount({ password: "Welc0me-1" });
      await adapter.createClientAccount(account, newKey());
      await adapter.updateClientAccount(account.userName, { userName: "renamed" }, newKey());
      expect(await logIn(micollab, account.userName, "Welc0me-1")).toMatchObject({ error: { code: "wrong_password" } });
      expect(await logIn(micollab, "renamed", "Welc0me-1")).toMatchObject({ userName: "renamed" });
    });
  });
});

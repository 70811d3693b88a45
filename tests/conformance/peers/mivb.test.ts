/** What an adapter of a MiVoice Business must do, whichever system is behind it. */
import { describe, expect, onTestFinished, test } from "vitest";
import type { PbxPhone, PbxUser } from "#lib/provisioning/adapters/adapter.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAgentPhone, aPhone, aUser, newKey } from "./builders.ts";
import { freeNumbers } from "./free-numbers.ts";
import { peerUnderTest } from "./peer-under-test.ts";

const peer = peerUnderTest("mivb");

/** A user on the peer, removed again after the test. */
async function addUser(overrides: Partial<PbxUser> = {}): Promise<PbxUser> {
  const user = aUser(overrides);
  await peer.adapter.createUser(user, newKey());
  onTestFinished(() => peer.adapter.deleteUser(user.loginId, newKey()));
  return user;
}

/** A phone on the peer, removed again after the test. */
async function addPhone(phone: PbxPhone): Promise<PbxPhone> {
  await peer.adapter.createPhone(phone, newKey());
  onTestFinished(() => peer.adapter.deletePhone(phone.number, newKey()));
  return phone;
}

async function phoneNumbered(number: string): Promise<PbxPhone | undefined> {
  return (await peer.adapter.listPhones()).find((phone) => phone.number === number);
}

describe("a MiVoice Business through its adapter", () => {
  test("tells its name, release, ranges, classes and limits", async () => {
    const info = await peer.adapter.info();
    expect(info.kind).toBe("mivb");
    expect(info.release).toMatch(/^\d+\.\d+/);
    expect(info.numberRanges.length).toBeGreaterThan(0);
    expect(info.classesOfService[0]).toBe(1);
    expect(info.classesOfRestriction[0]).toBe(1);
    expect(info.maxServicesPerUser).toBe(8);
  });

  test("SIM-01 takes users and phone services to create, change and delete, and gives them back on read", async () => {
    const user = await addUser();
    expect(await peer.adapter.listUsers()).toContainEqual(user);

    const [number = ""] = await freeNumbers(peer.adapter, 1);
    const phone = await addPhone(
      aPhone({ number, loginId: user.loginId, isPrimary: true, macAddress: "08:00:0F:12:34:56", classOfService: { day: 2, night1: 3, night2: 4 } }),
    );
    expect(await phoneNumbered(number)).toEqual(phone);

    await peer.adapter.updateUser(user.loginId, { department: "Support" }, newKey());
    await peer.adapter.updatePhone(number, { serviceLabel: "Kiosk", cesid: "5551" }, newKey());
    expect(await peer.adapter.listUsers()).toContainEqual({ ...user, department: "Support" });
    expect(await phoneNumbered(number)).toEqual({ ...phone, serviceLabel: "Kiosk", cesid: "5551" });

    await peer.adapter.deletePhone(number, newKey());
    expect(await phoneNumbered(number)).toBeUndefined();
    await peer.adapter.deleteUser(user.loginId, newKey());
    expect((await peer.adapter.listUsers()).map(({ loginId }) => loginId)).not.toContain(user.loginId);
  });

  test("SIM-02 a number in use, an unknown network element and a missing field are refused with reason and field", async () => {
    const { loginId } = await addUser();
    const [number = "", other = ""] = await freeNumbers(peer.adapter, 2);
    await addPhone(aPhone({ number, loginId }));

    await expect(peer.adapter.createPhone(aPhone({ number, loginId }), newKey())).rejects.toMatchObject({
      failure: "conflict",
      reason: "number_in_use",
      field: "number",
      message: `MiVoice Business: Number ${number} is in use by phone service of ${loginId}.`,
    });
    const elsewhere = aPhone({ number: other, loginId, secondaryElement: "no-such-element" });
    await expect(peer.adapter.createPhone(elsewhere, newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "unknown_element",
      field: "secondaryElement",
    });
    const withoutDevice = aPhone({ number: other, loginId, deviceType: null });
    await expect(peer.adapter.createPhone(withoutDevice, newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "missing_field",
      field: "deviceType",
    });
    expect(await phoneNumbered(other)).toBeUndefined();
  });

  test("every number that is taken is listed with its holder, whatever holds it", async () => {
    const { loginId } = await addUser();
    const [number = ""] = await freeNumbers(peer.adapter, 1);
    await addPhone(aPhone({ number, loginId }));
    const inUse = await peer.adapter.listNumbersInUse();
    expect(inUse).toContainEqual({ number, usedBy: `phone service of ${loginId}` });
    for (const group of await peer.adapter.listAgentGroups()) {
      expect(inUse.map((each) => each.number)).toContain(group.number);
    }
  });

  test("a user's first phone is the primary one, and making another primary moves it", async () => {
    const { loginId } = await addUser();
    const [first = "", second = ""] = await freeNumbers(peer.adapter, 2);
    await addPhone(aPhone({ number: second, loginId }));
    await addPhone(aPhone({ number: first, loginId }));
    expect((await phoneNumbered(second))?.isPrimary).toBe(true);
    await peer.adapter.updatePhone(first, { isPrimary: true }, newKey());
    expect((await phoneNumbered(first))?.isPrimary).toBe(true);
    expect((await phoneNumbered(second))?.isPrimary).toBe(false);
    await peer.adapter.deletePhone(second, newKey());
  });

  test("a voice mailbox comes and goes with its own calls", async () => {
    const { loginId } = await addUser();
    const [number = ""] = await freeNumbers(peer.adapter, 1);
    await addPhone(aPhone({ number, loginId }));
    await peer.adapter.createVoicemailBox({ number, passcode: "482913" }, newKey());
    expect(await peer.adapter.listVoicemailBoxes()).toContainEqual({ number });
    await peer.adapter.deleteVoicemailBox(number, newKey());
    expect(await peer.adapter.listVoicemailBoxes()).not.toContainEqual({ number });
    expect(await phoneNumbered(number)).toBeDefined();
  });

  test("SIM-05 agent groups keep their members; only an ACD agent can be one, and being one twice changes nothing", async () => {
    const { loginId } = await addUser();
    const [agent = "", desk = ""] = await freeNumbers(peer.adapter, 2);
    await addPhone(anAgentPhone({ number: agent, loginId }));
    const [group] = await peer.adapter.listAgentGroups();
    if (!group) throw new Error("The peer has no agent group.");
    const members = async () => (await peer.adapter.listAgentGroups()).find(({ number }) => number === group.number)?.members;

    await peer.adapter.addToAgentGroup(group.number, agent, newKey());
    await peer.adapter.addToAgentGroup(group.number, agent, newKey());
    expect(await members()).toEqual([...group.members, agent].toSorted());
    await addPhone(aPhone({ number: desk, loginId }));
    await expect(peer.adapter.addToAgentGroup(group.number, desk, newKey())).rejects.toMatchObject({ reason: "not_an_agent" });
    await peer.adapter.removeFromAgentGroup(group.number, agent, newKey());
    expect(await members()).toEqual(group.members);
    await peer.adapter.deletePhone(desk, newKey());
  });

  test("a repeated key makes nothing twice, and the same key for another request is refused", async () => {
    const { loginId } = await addUser();
    const [number = "", other = ""] = await freeNumbers(peer.adapter, 2);
    const phone = aPhone({ number, loginId });
    const key = newKey();
    onTestFinished(() => peer.adapter.deletePhone(number, newKey()));
    await Promise.all([1, 2, 3].map(() => peer.adapter.createPhone(phone, key)));
    expect((await peer.adapter.listPhones()).filter((each) => each.loginId === loginId)).toHaveLength(1);
    await expect(peer.adapter.createPhone({ ...phone, number: other }, key)).rejects.toMatchObject({ reason: "idempotency_key_reused" });
  });

  test("deleting what is gone already is success", async () => {
    await peer.adapter.deletePhone("2999", newKey());
    await peer.adapter.deleteUser("nobody-at-all", newKey());
    await peer.adapter.deleteVoicemailBox("2999", newKey());
    await peer.adapter.removeFromAgentGroup("2999", "2998", newKey());
  });

  test("a wrong password is refused in a sentence that holds neither user name nor password", async () => {
    const wrong = connectMivb({ ...peer.connection, password: "not-the-password" });
    await expect(wrong.info()).rejects.toMatchObject({
      failure: "rejected",
      reason: "unauthorized",
      message: "MiVoice Business does not accept this user name and password.",
    });
  });
});

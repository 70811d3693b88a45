/** The rules a simulated MiVoice Business keeps, asked for over its own REST where the adapter has no word for them. */
import { beforeEach, describe, expect, test } from "vitest";
import type { PbxAdapter, PbxPhone, PbxUser } from "#lib/provisioning/adapters/adapter.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAgentPhone, aPhone, aUser, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

let mivb: Simulator;
let adapter: PbxAdapter;

beforeEach(async () => {
  mivb = await simulatorForTest("mivb");
  adapter = connectMivb(mivb.connection);
});

async function addUser(overrides: Partial<PbxUser> = {}): Promise<string> {
  const user = aUser(overrides);
  await adapter.createUser(user, newKey());
  return user.loginId;
}

async function addPhones(loginId: string, ...numbers: string[]): Promise<void> {
  for (const number of numbers) await adapter.createPhone(aPhone({ number, loginId }), newKey());
}

async function numbersOf(loginId: string): Promise<string[]> {
  const phones = (await mivb.call("GET", "/api/v1/phones")).body as { items: { number: string; users: string[] }[] };
  return phones.items.filter(({ users }) => users.includes(loginId)).map(({ number }) => number);
}

const associate = (number: string, loginId: string) => mivb.call("POST", `/api/v1/phones/${number}/users`, { loginId });

describe("numbers", () => {
  test("SIM-02 a number that a hunt group holds is in use for phones too", async () => {
    const loginId = await addUser();
    await expect(adapter.createPhone(aPhone({ number: "2206", loginId }), newKey())).rejects.toMatchObject({
      failure: "conflict",
      reason: "number_in_use",
      message: 'MiVoice Business: Number 2206 is in use by hunt group "Reception".',
    });
  });

  test.each(["1999", "3000", "29999", "70000", "2#00", "200"])("number %s is outside the dialling plan", async (number) => {
    const loginId = await addUser();
    await expect(adapter.createPhone(aPhone({ number, loginId }), newKey())).rejects.toMatchObject({ reason: "number_out_of_range", field: "number" });
  });

  test.each(["2000", "2999", "30000", "69999"])("number %s is within the dialling plan", async (number) => {
    await addPhones(await addUser(), number);
    expect((await adapter.listPhones()).map((phone) => phone.number)).toEqual([number]);
  });

  test("a freed number can be given again", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001");
    await adapter.deletePhone("2001", newKey());
    await addPhones(loginId, "2001");
    expect(await numbersOf(loginId)).toEqual(["2001"]);
  });

  test("a hunt group can not take a phone's number", async () => {
    await addPhones(await addUser(), "2001");
    const answer = await mivb.call("PUT", "/_settings", { huntGroups: [{ number: "2001", name: "Late" }] });
    expect(answer.status).toBe(409);
    expect((await adapter.listNumbersInUse()).map(({ number }) => number)).toContain("2206");
  });

  test("a new number takes agent group memberships and the mailbox along", async () => {
    const loginId = await addUser();
    await adapter.createPhone(anAgentPhone({ number: "2001", loginId }), newKey());
    await adapter.createVoicemailBox({ number: "2001", passcode: "4711" }, newKey());
    await adapter.addToAgentGroup("2301", "2001", newKey());
    await adapter.updatePhone("2001", { number: "2002" }, newKey());
    expect(await numbersOf(loginId)).toEqual(["2002"]);
    expect(await adapter.listVoicemailBoxes()).toEqual([{ number: "2002" }]);
    expect((await adapter.listAgentGroups())[0]?.members).toEqual(["2002"]);
    expect((await adapter.listNumbersInUse()).map(({ number }) => number)).not.toContain("2001");
    await adapter.updatePhone("2002", { number: "30002" }, newKey());
    expect(await adapter.listVoicemailBoxes()).toEqual([]);
  });
});

describe("voice mail", () => {
  test("SIM-04 USCVM-07 a number of another digit length than voice mail has can not have a mailbox", async () => {
    await addPhones(await addUser(), "2001", "30001");
    await expect(adapter.createVoicemailBox({ number: "30001", passcode: "4711" }, newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "voicemail_digit_length",
      field: "number",
    });
    await mivb.setSettings({ voicemailDigitLength: 5 });
    await adapter.createVoicemailBox({ number: "30001", passcode: "4711" }, newKey());
    await expect(adapter.createVoicemailBox({ number: "2001", passcode: "4711" }, newKey())).rejects.toMatchObject({ reason: "voicemail_digit_length" });
    expect((await adapter.info()).voicemailDigitLength).toBe(5);
  });

  test("USCVM-05 without the passcode no mailbox is made", async () => {
    await addPhones(await addUser(), "2001");
    await expect(adapter.createVoicemailBox({ number: "2001" }, newKey())).rejects.toMatchObject({ reason: "missing_field", field: "passcode" });
    expect(await adapter.listVoicemailBoxes()).toEqual([]);
  });
});

describe("phones and their users", () => {
  test("USCPH-06 a ninth service is refused, added or associated", async () => {
    const loginId = await addUser();
    const other = await addUser();
    await addPhones(loginId, "2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008");
    await addPhones(other, "2011");
    await expect(adapter.createPhone(aPhone({ number: "2009", loginId }), newKey())).rejects.toMatchObject({
      reason: "too_many_services",
      message: `MiVoice Business: User ${loginId} has 8 phone services already, which is the most a user can have.`,
    });
    expect((await associate("2011", loginId)).body).toMatchObject({ error: { code: "too_many_services" } });
    expect(await numbersOf(loginId)).toHaveLength(8);
  });

  test("USCPH-11 an associated phone belongs to its new user beside those it had", async () => {
    const [one, two] = [await addUser(), await addUser()];
    await addPhones(one, "2001");
    expect((await associate("2001", two)).body).toMatchObject({ users: [one, two].toSorted(), loginId: one });
    expect(await numbersOf(one)).toEqual(["2001"]);
    expect(await numbersOf(two)).toEqual(["2001"]);
  });

  test("USCPH-15 a disassociated phone still exists; only the link to that user is gone", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001");
    await mivb.call("DELETE", `/api/v1/phones/2001/users/${loginId}`);
    expect(await numbersOf(loginId)).toEqual([]);
    expect(await adapter.listPhones()).toMatchObject([{ number: "2001", loginId: "" }]);
  });

  test("USCPH-25 USCPH-27 a primary phone with others beside it can be deleted only after another is primary", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001", "2002");
    await expect(adapter.deletePhone("2001", newKey())).rejects.toMatchObject({
      failure: "conflict",
      reason: "primary_phone",
      message:
        "MiVoice Business: Cannot delete phone service 2001 because it is configured as the primary phone service for Neha Gandhi. " +
        "Users with multiple phones must have their primary phone changed from 2001 before the delete is possible.",
    });
    await adapter.updatePhone("2002", { isPrimary: true }, newKey());
    await adapter.deletePhone("2001", newKey());
    expect(await numbersOf(loginId)).toEqual(["2002"]);
  });

  test("USCPH-26 a phone that is primary for another user with several phones can not be deleted", async () => {
    const owner = await addUser();
    const other = await addUser({ firstName: "Ada", lastName: "Byron" });
    await addPhones(owner, "2001");
    await associate("2001", other);
    await addPhones(other, "2002");
    await expect(adapter.deletePhone("2001", newKey())).rejects.toMatchObject({
      reason: "primary_phone",
      message: expect.stringContaining("primary phone service for Ada Byron."),
    });
    expect(await numbersOf(owner)).toEqual(["2001"]);
  });

  test("USCPH-28 the primary phone of a user without another can be deleted", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001");
    await adapter.deletePhone("2001", newKey());
    expect(await adapter.listPhones()).toEqual([]);
  });

  test("a user with phones is deleted only together with them; a phone shared with another user stays", async () => {
    const [one, two] = [await addUser(), await addUser()];
    await addPhones(one, "2001", "2002");
    await associate("2002", two);
    await expect(adapter.deleteUser(one, newKey())).rejects.toMatchObject({ failure: "conflict", reason: "user_has_phones" });
    expect((await mivb.call("DELETE", `/api/v1/users/${one}?phones=delete`)).status).toBe(204);
    expect(await adapter.listPhones()).toMatchObject([{ number: "2002", loginId: two }]);
    expect((await adapter.listUsers()).map(({ loginId }) => loginId)).toEqual([two]);
  });

  test("a renamed user keeps its phones", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001");
    await adapter.updateUser(loginId, { loginId: "renamed" }, newKey());
    expect(await adapter.listPhones()).toMatchObject([{ number: "2001", loginId: "renamed", isPrimary: true }]);
    expect(await adapter.listNumbersInUse()).toContainEqual({ number: "2001", usedBy: "phone service of renamed" });
  });

  test("SIM-06 each service is local, remote or foreign; only a local one can be deleted, a foreign one not even changed", async () => {
    const loginId = await addUser();
    await addPhones(loginId, "2001", "2002", "2003");
    await mivb.setSettings({ phones: { "2002": { locality: "remote" }, "2003": { locality: "foreign" } } });
    const { items } = (await mivb.call("GET", "/api/v1/phones")).body as { items: { locality: string }[] };
    expect(items.map(({ locality }) => locality)).toEqual(["local", "remote", "foreign"]);
    for (const number of ["2002", "2003"]) {
      await expect(adapter.deletePhone(number, newKey())).rejects.toMatchObject({ reason: "remote_service" });
    }
    await expect(adapter.updatePhone("2003", { cesid: "1" }, newKey())).rejects.toMatchObject({ reason: "foreign_service" });
    expect((await mivb.call("DELETE", `/api/v1/users/${loginId}?phones=delete`)).status).toBe(409);
    expect(await numbersOf(loginId)).toHaveLength(3);
  });
});

describe("kinds of phones", () => {
  test.each([
    [{ acdAgent: true }, "hot_desk_required", "acdAgent"],
    [{ protocol: "MINET" as const, phoneType: "Generic SIP Phone" as const }, "sip_required", "protocol"],
    [{ hotDeskingUser: true, deviceType: null, macAddress: "08000F123456" }, "no_device", "macAddress"],
    [{ macAddress: "no-mac" }, "invalid_field", "macAddress"],
    [{ classOfService: { day: 111, night1: 1, night2: 1 } }, "unknown_class", "classOfService.day"],
    [{ classOfRestriction: { day: 1, night1: 1, night2: 97 } }, "unknown_class", "classOfRestriction.night2"],
    [{ zoneId: 51 }, "unknown_zone", "zoneId"],
    [{ loginId: "nobody" }, "unknown_user", "loginId"],
  ])("%j is refused as %s", async (overrides: Partial<PbxPhone>, reason, field) => {
    const loginId = await addUser();
    await expect(adapter.createPhone(aPhone({ number: "2001", loginId, ...overrides }), newKey())).rejects.toMatchObject({ failure: "rejected", reason, field });
    expect(await adapter.listPhones()).toEqual([]);
  });

  test.each([
    [{ macAddress: "08:00:0F:00:00:01" }, "mac_in_use"],
    [{ didServiceNumber: "+16135550100" }, "did_in_use"],
  ])("%j can belong to one phone only", async (overrides: Partial<PbxPhone>, reason) => {
    const loginId = await addUser();
    await adapter.createPhone(aPhone({ number: "2001", loginId, ...overrides }), newKey());
    await expect(adapter.createPhone(aPhone({ number: "2002", loginId, ...overrides }), newKey())).rejects.toMatchObject({ failure: "conflict", reason });
  });

  test.each([
    { hotDeskingUser: false, deviceType: "5320 IP" },
    { acdAgent: false },
    { externalHotDeskLicense: true },
    { preferredSet: "2900" },
  ])("%j can not be changed once the phone exists", async (changes: Partial<PbxPhone>) => {
    const loginId = await addUser();
    await adapter.createPhone(anAgentPhone({ number: "2001", loginId }), newKey());
    await expect(adapter.updatePhone("2001", changes, newKey())).rejects.toMatchObject({ reason: "fixed_field", field: Object.keys(changes)[0] });
    expect(await adapter.listPhones()).toEqual([anAgentPhone({ number: "2001", loginId, isPrimary: true })]);
  });

  test("SIM-03 ACDMIG-20 a MiNET hot desk phone becomes SIP with its number, but not while it is in a call", async () => {
    const loginId = await addUser();
    await adapter.createPhone(anAgentPhone({ number: "2001", loginId }), newKey());
    const migration = { protocol: "SIP" as const, enableSipSoftphone: true };
    await mivb.setSettings({ phones: { "2001": { callState: "in_call" } } });
    await expect(adapter.updatePhone("2001", migration, newKey())).rejects.toMatchObject({ failure: "conflict", reason: "phone_in_call" });
    await mivb.setSettings({ phones: { "2001": { callState: "idle" } } });
    await adapter.updatePhone("2001", migration, newKey());
    expect(await adapter.listPhones()).toMatchObject([{ number: "2001", hotDeskingUser: true, acdAgent: true, ...migration }]);
    await expect(adapter.updatePhone("2001", { protocol: "MINET", enableSipSoftphone: false }, newKey())).rejects.toMatchObject({ failure: "conflict" });
  });

  test("ACDPRE-10 a hot desk login binds number and settings to the softphone until the next login elsewhere", async () => {
    const loginId = await addUser();
    const phone = anAgentPhone({ number: "2001", loginId, protocol: "SIP", enableSipSoftphone: true, zoneId: 7 });
    await adapter.createPhone(phone, newKey());
    await adapter.addToAgentGroup("2302", "2001", newKey());
    const binding = await mivb.call("PUT", "/api/v1/hot-desk/softphone-1", { number: "2001" });
    expect(binding.body).toMatchObject({ set: "softphone-1", phone: { number: "2001", zoneId: 7, loginId }, agentGroups: ["2302"] });
    await mivb.call("PUT", "/api/v1/hot-desk/softphone-2", { number: "2001" });
    expect((await mivb.call("GET", "/api/v1/hot-desk/softphone-1")).status).toBe(404);
    expect((await mivb.call("GET", "/api/v1/hot-desk/softphone-2")).body).toMatchObject({ phone: { number: "2001" } });
    await mivb.call("DELETE", "/api/v1/hot-desk/softphone-2");
    expect((await mivb.call("GET", "/api/v1/hot-desk/softphone-2")).status).toBe(404);
  });
});

describe("users", () => {
  test.each(["a@b", "a,b", "a b", "x", "twenty-two-characters-x"])("login id %j is refused", async (loginId) => {
    await expect(adapter.createUser(aUser({ loginId }), newKey())).rejects.toMatchObject({ reason: "invalid_field", field: "loginId" });
  });

  test("a login id belongs to one user, and a user has a name", async () => {
    const loginId = await addUser();
    await expect(adapter.createUser(aUser({ loginId }), newKey())).rejects.toMatchObject({ failure: "conflict", reason: "login_id_in_use" });
    await expect(adapter.createUser(aUser({ firstName: "", lastName: "" }), newKey())).rejects.toMatchObject({ reason: "missing_field" });
  });

  test("lists longer than one page come whole", async () => {
    const logins = Array.from({ length: 1203 }, (_, index) => `user${String(index).padStart(4, "0")}`);
    await Promise.all(logins.map((loginId) => adapter.createUser(aUser({ loginId }), newKey())));
    expect((await adapter.listUsers()).map(({ loginId }) => loginId)).toEqual(logins);
  });
});

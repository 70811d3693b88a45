/** Connecting an account to Twilio, on the simulated one. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { refreshAllSmsNumbers, refreshSmsNumbers } from "#lib/sms-numbers/refresh.ts";
import { getTwilio } from "#lib/twilio/get-twilio.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";
import { anAccountWithNumbers, setTwilio, someNumbers, startTestTwilio } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
beforeAll(async () => {
  twilio = await startTestTwilio();
});
beforeEach(() => twilio.faults({}));
afterAll(() => twilio.close());

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await addTo(partner, id, "twilio");
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin") };
}

const storedOf = (id: string) => database().prisma.integration.findUniqueOrThrow({ where: { accountId_key: { accountId: id, key: "twilio" } } });
const numbersOf = async (id: string) => (await database().prisma.smsNumber.findMany({ where: { accountId: id }, orderBy: { number: "asc" } })).map(({ number }) => number);

test("INT-17 the address of Twilio is a setting", () => {
  expect(settings().TWILIO_URL).toBe(twilio.url);
});

test("TWILIO-03 name, Account SID and Auth Token are all needed, and a SID that can be none is told at its field", async () => {
  const { partner, id } = await place();
  await expect(setTwilio(partner, id, {})).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.name" }, { path: "settings.accountSid" }, { path: "settings.authToken" }] });
  await expect(setTwilio(partner, id, { name: "SMS", accountSid: "AC123", authToken: "x" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.accountSid" }] });
  expect(await storedOf(id)).toMatchObject({ status: "incomplete", settings: {} });
});

test("TWILIO-04 TWILIO-05 Twilio is asked on Save: wrong credentials are told at their fields and enable nothing, right ones enable it", async () => {
  const { id, admin } = await place();
  const customer = await twilio.customer(someNumbers(2));
  const wrong = { name: "SMS", ...customer, authToken: "f".repeat(32) };
  const said = "Twilio does not accept this Account SID and Auth Token.";
  await expect(setTwilio(admin, id, wrong)).rejects.toMatchObject({ code: "invalid", message: said, fields: [{ path: "settings.accountSid", message: said }, { path: "settings.authToken", message: said }] });
  expect(await storedOf(id)).toMatchObject({ status: "incomplete", settings: {}, version: 1 });
  expect(await eventsOf(id, "integrations.update-settings")).toEqual([]);
  const { entry } = await setTwilio(admin, id, { name: "SMS", ...customer });
  expect(entry).toMatchObject({ status: "on", settingsPlace: "page", state: { tone: "good" } });
  expect((await eventsOf(id, "integrations.update-settings")).some(({ changes }) => JSON.stringify(changes).includes('"after":"on"'))).toBe(true);
});

test("the set-up is asked for in a dialog until it is complete", async () => {
  const { partner, id } = await place();
  expect(await entryIn(partner, id, "twilio")).toMatchObject({ settingsPlace: "dialog", setUpLabel: "Complete Setup", settings: { fields: [{ label: "Name" }, { label: "Account SID" }, { label: "Auth Token" }] } });
});

test("a suspended Twilio account is refused with that reason", async () => {
  const { partner, id } = await place();
  const customer = await twilio.customer();
  await twilio.send("PATCH", `/_accounts/${customer.accountSid}`, { body: { status: "suspended" } });
  await expect(setTwilio(partner, id, { name: "SMS", ...customer })).rejects.toMatchObject({ code: "invalid", message: /suspended/, fields: [{ path: "settings.accountSid" }] });
});

test("INT-16 the Auth Token comes out of no answer, no event and no table", async () => {
  const { partner, id, customer, admin } = await anAccountWithNumbers(twilio, 1);
  for (const path of ["/integrations", "/integrations/twilio", "/twilio", "/sms-numbers"]) {
    const { status, text } = await send("GET", `/accounts/${id}${path}`, await byKey(admin));
    expect(status, path).toBe(200);
    expect(text, path).not.toContain(customer.authToken);
    expect(text, path).not.toContain("sealed");
  }
  const { pool } = database();
  for (const table of ["integrations", "events", "sms_numbers", "jobs.job"]) {
    const { rows } = await pool.query<{ text: string }>(`select coalesce(string_agg(t::text, '|'), '') as text from ${table} t`);
    expect(rows[0]!.text, table).not.toContain(customer.authToken);
  }
  const before = (await storedOf(id)).settings;
  await setTwilio(partner, id, { name: "SMS Hamburg", authToken: "" });
  expect((await storedOf(id)).settings).toMatchObject({ name: "SMS Hamburg", authToken: (before as { authToken: object }).authToken });
});

test.each([
  ["is down", { outage: true }, /can not be reached/],
  ["is too busy", { failNext: [{ status: 429 }] }, /asked too often/],
  ["fails", { failNext: [{ status: 500 }] }, /answered 500/],
])("INT-18 when Twilio %s, Save says so and the last saved configuration stays", async (_, faults, said) => {
  const { partner, id, customer, numbers } = await anAccountWithNumbers(twilio, 2);
  const before = await storedOf(id);
  await twilio.faults(faults);
  await expect(setTwilio(partner, id, { name: "Other", ...customer })).rejects.toMatchObject({ code: "peer_failed", message: said });
  expect(await storedOf(id)).toEqual(before);
  expect(await numbersOf(id)).toEqual(numbers);
});

test("TWILIO-09 a token that becomes invalid is reported where Twilio is managed and in the panel, and a new one mends it", async () => {
  const { partner, id, customer, numbers } = await anAccountWithNumbers(twilio, 2);
  await twilio.send("PATCH", `/_accounts/${customer.accountSid}`, { body: { authToken: "a".repeat(32) } });
  const status = async () => runOperation(getTwilio, { resolved: await partner.at(id), input: {} });
  expect((await status()).problem).toBe("");
  await refreshAllSmsNumbers();
  await workOff(["sms-numbers.refresh"]);
  const said = "Twilio does not accept this Account SID and Auth Token.";
  expect(await status()).toMatchObject({ problem: said, figures: { free: 2 } });
  expect(await entryIn(partner, id, "twilio")).toMatchObject({ status: "on", state: { tone: "bad", message: said } });
  expect(await numbersOf(id)).toEqual(numbers);
  expect(await eventsOf(id, "sms-numbers.refresh")).toMatchObject([{ actorName: "SMS numbers", changes: [{ property: "problem", before: "", after: said }] }]);
  await expect(setTwilio(partner, id, { authToken: "b".repeat(32) })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.authToken" }] });
  await setTwilio(partner, id, { authToken: "a".repeat(32) });
  expect((await status()).problem).toBe("");
  expect(await entryIn(partner, id, "twilio")).toMatchObject({ state: { tone: "good" } });
});

test("on demand: what is new and what is gone is read again, and an answer of nonsense is a problem", async () => {
  const { partner, id, customer, numbers } = await anAccountWithNumbers(twilio, 2);
  const refresh = async () => runOperation(refreshSmsNumbers, { resolved: await partner.at(id), input: {} });
  const [more] = someNumbers(1);
  await twilio.buy(customer, more!);
  await twilio.buy(customer, someNumbers(1)[0]!, { SmsCapable: "false" });
  await twilio.release(customer, numbers[0]!);
  expect(await refresh()).toEqual({ problem: "", added: 1, gone: 1 });
  expect(await numbersOf(id)).toEqual([numbers[1]!, more!].toSorted());
  expect(await refresh()).toEqual({ problem: "", added: 0, gone: 0 });
  expect(await eventsOf(id, "sms-numbers.refresh")).toHaveLength(1);
  await twilio.faults({ failNext: [{ status: 404 }] });
  expect((await refresh()).problem).toMatch(/Twilio refused/);
});

test("more numbers than a page of Twilio holds are all read", async () => {
  const { id, numbers } = await anAccountWithNumbers(twilio, 1_010);
  expect(await numbersOf(id)).toEqual(numbers);
});

test("INT-15 the Twilio of one account is nothing to another", async () => {
  const { id, numbers } = await anAccountWithNumbers(twilio, 2);
  const other = await anAccountWithNumbers(twilio, 1);
  expect(await numbersOf(other.id)).toEqual(other.numbers);
  await removeFrom(other.partner, other.id, "twilio");
  expect(await numbersOf(other.id)).toEqual([]);
  expect(await numbersOf(id)).toEqual(numbers);
  await expect(other.partner.at(id).then((resolved) => runOperation(getTwilio, { resolved, input: {} }))).rejects.toMatchObject({ code: "not_found" });
});

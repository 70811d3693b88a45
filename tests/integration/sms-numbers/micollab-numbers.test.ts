/** The numbers of MiCollab, on a simulated MiCollab that says which of them are in use. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { updateFeatures } from "#lib/integrations/update-integration.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findNumberChoices } from "#lib/sms-numbers/find-number-choices.ts";
import { getMicollabNumbers, setMicollabNumbers } from "#lib/sms-numbers/set-micollab-numbers.ts";
import { getTwilio } from "#lib/twilio/get-twilio.ts";
import { addUser } from "#lib/users/add-user.ts";
import { addTo, beginRemoval, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { anAccountWithNumbers, startTestTwilio } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
let peers: TestPeers;
beforeAll(async () => {
  twilio = await startTestTwilio();
  peers = await startPeers();
});
afterAll(async () => {
  await peers.close();
  await twilio.close();
});

const allowGuests = async (person: SignedIn, id: string, guestAccess = true) => runOperation(updateAccountSwitches, { resolved: await person.at(id), input: { guestAccess } });
const set = async (person: SignedIn, id: string, numbers: readonly string[]) => runOperation(setMicollabNumbers, { resolved: await person.at(id), input: { numbers } });
const get = async (person: SignedIn, id: string) => runOperation(getMicollabNumbers, { resolved: await person.at(id), input: {} });
const status = async (person: SignedIn, id: string) => runOperation(getTwilio, { resolved: await person.at(id), input: {} });
const stream = (number: string, active: boolean) => peers.ask("micollab", "PUT", `/api/v1/sms-numbers/${encodeURIComponent(number)}/stream`, { active });
const known = async () => (await peers.ask<{ smsNumbers: { number: string }[] }>("micollab", "GET", "/_state")).smsNumbers.map(({ number }) => number);

/** An account with numbers whose MiCollab is the simulated one. */
async function place(count: number) {
  const made = await anAccountWithNumbers(twilio, count);
  await peers.ask("micollab", "PUT", "/_faults", {});
  for (const number of await known()) await stream(number, false);
  await peers.ask("micollab", "PUT", "/api/v1/sms-numbers", { numbers: [] });
  await connectPeers(made.partner, made.id, peers, ["micollab"]);
  await allowGuests(made.partner, made.id);
  return made;
}

test("TWSMS-04 after the connection there is an entry for MiCollab without any number", async () => {
  const { partner, id } = await anAccountWithNumbers(twilio, 2);
  expect(await status(partner, id)).toMatchObject({ micollabNumbers: [], needs: { chat: true, guestAccess: false }, figures: { free: 2, micollab: 0 } });
});

test("TWSMS-01 TWSMS-02 SMS in MiCollab needs CloudLink Chat and Allow Guest Access", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 1);
  await expect(set(partner, id, numbers)).rejects.toMatchObject({ code: "conflict", message: /Allow Guest Access/ });
  await addTo(partner, id, "mitel_one");
  await allowGuests(partner, id);
  await runOperation(updateFeatures, { resolved: await partner.at(id), input: { key: "mitel_one", features: { chat: false } } });
  await expect(set(partner, id, numbers)).rejects.toMatchObject({ code: "conflict", message: /Chat/ });
  expect(await status(partner, id)).toMatchObject({ needs: { chat: false, guestAccess: true } });
  await runOperation(updateFeatures, { resolved: await partner.at(id), input: { key: "mitel_one", features: { chat: true } } });
  expect(await set(partner, id, numbers)).toEqual({ numbers });
});

test("TWSMS-06 the chosen numbers are MiCollab's: it is told of them, users can not have them, and the event names them", async () => {
  const { partner, admin, id, numbers } = await place(3);
  expect(await set(admin, id, numbers.slice(0, 2))).toEqual({ numbers: numbers.slice(0, 2) });
  expect(await known()).toEqual(numbers.slice(0, 2));
  expect((await runOperation(findNumberChoices, { resolved: await partner.at(id), input: {} })).items.map(({ number }) => number)).toEqual([numbers[2]]);
  await expect(partner.at(id).then((resolved) => runOperation(addUser, { resolved, input: { firstName: "Eva", lastName: "Holm", email: "eva@ballad.example", smsNumber: numbers[0] } }))).rejects.toMatchObject({ code: "invalid", fields: [{ path: "smsNumber" }] });
  expect(await eventsOf(id, "sms-numbers.set-of-micollab")).toMatchObject([{ assetId: "twilio", changes: [{ property: "micollabNumbers", before: [], after: numbers.slice(0, 2) }] }]);
  await runOperation(addUser, { resolved: await partner.at(id), input: { firstName: "Eva", lastName: "Holm", email: "eva@ballad.example", smsNumber: numbers[2] } });
  await expect(set(partner, id, numbers)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "numbers" }] });
  await expect(set(partner, id, ["+4930999"])).rejects.toMatchObject({ code: "invalid" });
  expect((await status(partner, id)).micollabNumbers).toEqual(numbers.slice(0, 2));
});

test("TWSMS-07 TWSMS-08 a number that a stream uses can not be taken out until it is deactivated there", async () => {
  const { partner, id, numbers } = await place(2);
  await set(partner, id, numbers);
  await stream(numbers[0]!, true);
  expect(await get(partner, id)).toMatchObject({ problem: "", numbers: [{ number: numbers[0], inUse: true }, { number: numbers[1], inUse: false }] });
  await expect(set(partner, id, [numbers[1]!])).rejects.toMatchObject({ code: "conflict", fields: [{ path: "numbers" }] });
  expect(await set(partner, id, [numbers[0]!])).toEqual({ numbers: [numbers[0]] });
  await stream(numbers[0]!, false);
  expect(await set(partner, id, [])).toEqual({ numbers: [] });
  expect(await known()).toEqual([]);
});

test("TWILIO-07 Twilio is not removed while MiCollab uses one of its numbers; afterwards it is, and MiCollab loses them", async () => {
  const { partner, id, numbers } = await place(2);
  await set(partner, id, numbers);
  await stream(numbers[1]!, true);
  await expect(beginRemoval(partner, id, "twilio")).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/actively being used/) });
  expect(await entryIn(partner, id, "twilio")).toMatchObject({ status: "on", removing: false });
  expect(await eventsOf(id, "integrations.remove")).toEqual([]);
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  await expect(beginRemoval(partner, id, "twilio")).rejects.toMatchObject({ code: "peer_failed" });
  await peers.ask("micollab", "PUT", "/_faults", {});
  await stream(numbers[1]!, false);
  await removeFrom(partner, id, "twilio");
  expect(await known()).toEqual([]);
});

test("a MiCollab that can not be asked is told as such, and nothing changes", async () => {
  const { partner, id, numbers } = await place(2);
  await set(partner, id, [numbers[0]!]);
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  expect(await get(partner, id)).toMatchObject({ problem: expect.stringMatching(/MiCollab/), numbers: [{ number: numbers[0] }] });
  await expect(set(partner, id, numbers)).rejects.toMatchObject({ code: "peer_failed" });
  await peers.ask("micollab", "PUT", "/_faults", {});
  expect((await status(partner, id)).micollabNumbers).toEqual([numbers[0]]);
});

test("refused to who may only look, and in another account", async () => {
  const { partner, id, numbers } = await place(1);
  const plain = await aSignedInUser(partner, id, "user");
  await expect(set(plain, id, numbers)).rejects.toMatchObject({ code: "forbidden" });
  const other = await anAccountWithNumbers(twilio, 1);
  await expect(set(other.admin, id, numbers)).rejects.toMatchObject({ code: "not_found" });
  expect(await eventsOf(id, "sms-numbers.set-of-micollab")).toEqual([]);
});

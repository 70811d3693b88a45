/** A simulated Twilio for tests, its accounts and numbers, and portal accounts that are connected to it. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chunksOf } from "#lib/db/chunks.ts";
import { updateFeatures, updateSettings } from "#lib/integrations/update-integration.ts";
import type { IntegrationDetails } from "#lib/integrations/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startTwilio } from "#lib/simulators/twilio/start.ts";
import { addTo, entryIn } from "./integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "./people.ts";
import type { SignedIn } from "./people.ts";

const CONSOLE = { username: "console", password: "twilio-password" };

export type TwilioCustomer = { accountSid: string; authToken: string };

export type TestTwilio = {
  url: string;
  /** A request with credentials; without any it is the tester's. */
  send(method: string, path: string, options?: { as?: TwilioCustomer; body?: unknown; form?: Record<string, string> }): Promise<{ status: number; body: never }>;
  /** A new Twilio account with numbers. */
  customer(numbers?: readonly string[]): Promise<TwilioCustomer>;
  buy(customer: TwilioCustomer, number: string, fields?: Record<string, string>): Promise<string>;
  release(customer: TwilioCustomer, number: string): Promise<void>;
  faults(faults: object): Promise<void>;
  close(): Promise<void>;
};

const basic = (name: string, secret: string) => `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

/** Starts a Twilio of the test's own; the portal of this process speaks to it when `settings` were not read before. */
export async function startTestTwilio(): Promise<TestTwilio> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-twilio-"));
  const peer = await startTwilio({ host: "127.0.0.1", port: 0, dataDir, ...CONSOLE });
  process.env["TWILIO_URL"] = peer.url;
  const numbersOf = (customer: TwilioCustomer) => `/2010-04-01/Accounts/${customer.accountSid}/IncomingPhoneNumbers`;
  const twilio: TestTwilio = {
    url: peer.url,
    async send(method, path, { as, body, form } = {}) {
      const headers = { authorization: as ? basic(as.accountSid, as.authToken) : basic(CONSOLE.username, CONSOLE.password), "content-type": form ? "application/x-www-form-urlencoded" : "application/json" };
      const response = await fetch(peer.url + path, { method, headers, ...(form ? { body: new URLSearchParams(form) } : body === undefined ? {} : { body: JSON.stringify(body) }) });
      return { status: response.status, body: (response.status === 204 ? null : await response.json()) as never };
    },
    async customer(numbers = []) {
      const made = { accountSid: `AC${randomBytes(16).toString("hex")}`, authToken: randomBytes(16).toString("hex") };
      await twilio.send("POST", "/_accounts", { body: { sid: made.accountSid, authToken: made.authToken } });
      for (const some of chunksOf(numbers, 50)) await Promise.all(some.map((number) => twilio.buy(made, number)));
      return made;
    },
    async buy(customer, number, fields = {}) {
      const { status, body } = await twilio.send("POST", `${numbersOf(customer)}.json`, { as: customer, form: { PhoneNumber: number, ...fields } });
      if (status !== 201) throw new Error(`${number} was not bought: ${JSON.stringify(body)}`);
      return (body as { sid: string }).sid;
    },
    async release(customer, number) {
      const { body } = await twilio.send("GET", `${numbersOf(customer)}.json?${new URLSearchParams({ PhoneNumber: number })}`, { as: customer });
      const [found] = (body as { incoming_phone_numbers: { sid: string }[] }).incoming_phone_numbers;
      await twilio.send("DELETE", `${numbersOf(customer)}/${found!.sid}.json`, { as: customer });
    },
    async faults(faults) {
      await twilio.send("PUT", "/_faults", { body: faults });
    },
    async close() {
      await peer.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return twilio;
}

/** Saves the connection of an account that has Twilio. */
export async function setTwilio(person: SignedIn, accountId: string, settings: Partial<TwilioCustomer> & { name?: string }): Promise<IntegrationDetails> {
  const { version } = await entryIn(person, accountId, "twilio");
  return runOperation(updateSettings, { resolved: await person.at(accountId), input: { key: "twilio", version, settings } });
}

/** Switches the option "User Numbers". */
export async function switchUserNumbers(person: SignedIn, accountId: string, on: boolean): Promise<void> {
  await runOperation(updateFeatures, { resolved: await person.at(accountId), input: { key: "twilio", features: { user_numbers: on } } });
}

let block = 0;

/** Phone numbers that nobody else in a test has. */
export function someNumbers(count: number): string[] {
  block += 1;
  return Array.from({ length: count }, (_, index) => `+4930${String(block).padStart(3, "0")}${String(index).padStart(4, "0")}`);
}

/** A portal account whose users can have the numbers of a Twilio account. */
export async function anAccountWithNumbers(twilio: TestTwilio, count: number, { userNumbers = true } = {}) {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const numbers = someNumbers(count);
  const customer = await twilio.customer(numbers);
  await addTo(partner, id, "twilio");
  await setTwilio(partner, id, { name: "SMS", ...customer });
  if (userNumbers) await switchUserNumbers(partner, id, true);
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin"), customer, numbers };
}

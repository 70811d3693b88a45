/** The simulated Twilio answers as the interface 2010-04-01 is published. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { someNumbers, startTestTwilio } from "#tests/builders/twilio.ts";
import type { TestTwilio, TwilioCustomer } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
let customer: TwilioCustomer;
const numbers = someNumbers(5);
const at = (rest: string) => `/2010-04-01/Accounts/${customer.accountSid}${rest}`;

beforeAll(async () => {
  twilio = await startTestTwilio();
  customer = await twilio.customer(numbers);
});
afterAll(() => twilio.close());

type Page = { incoming_phone_numbers: { sid: string; phone_number: string; sms_url: string }[]; next_page_uri: string | null; page_size: number };

test("TWILIO-08 account, number and message resources in the shape of 2010-04-01", async () => {
  expect(await twilio.send("GET", at(".json"), { as: customer })).toMatchObject({ status: 200, body: { sid: customer.accountSid, status: "active", friendly_name: expect.any(String), subresource_uris: { incoming_phone_numbers: at("/IncomingPhoneNumbers.json") } } });
  const { body } = await twilio.send("GET", at("/IncomingPhoneNumbers.json"), { as: customer });
  const [number] = (body as Page).incoming_phone_numbers;
  expect(number).toMatchObject({ sid: expect.stringMatching(/^PN[0-9a-f]{32}$/), account_sid: customer.accountSid, friendly_name: expect.any(String), capabilities: { voice: true, sms: true, mms: true, fax: false }, sms_method: "POST" });
  const sent = await twilio.send("POST", at("/Messages.json"), { as: customer, form: { From: numbers[0]!, To: "+4917012345678", Body: "Hello" } });
  expect(sent).toMatchObject({ status: 201, body: { sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), from: numbers[0], to: "+4917012345678", body: "Hello", direction: "outbound-api" } });
  expect(await twilio.send("GET", at("/Messages.json"), { as: customer })).toMatchObject({ status: 200, body: { messages: [{ body: "Hello" }], next_page_uri: null } });
});

test("TWILIO-08 lists are paged by next_page_uri, each number once", async () => {
  const found: string[] = [];
  for (let next: string | null = at("/IncomingPhoneNumbers.json?PageSize=2"); next !== null; ) {
    const page = (await twilio.send("GET", next, { as: customer })).body as Page;
    expect(page.incoming_phone_numbers.length).toBeLessThanOrEqual(2);
    found.push(...page.incoming_phone_numbers.map(({ phone_number }) => phone_number));
    next = page.next_page_uri;
  }
  expect(found.toSorted()).toEqual(numbers);
});

test("TWILIO-08 wrong credentials are refused with 401 and code 20003, also those of another account", async () => {
  const other = await twilio.customer();
  const wrong = [{ ...customer, authToken: "0".repeat(32) }, { ...customer, accountSid: `AC${"0".repeat(32)}` }, other];
  for (const as of wrong) {
    for (const path of [at(".json"), at("/IncomingPhoneNumbers.json"), at("/Messages.json")]) {
      expect(await twilio.send("GET", path, { as })).toMatchObject({ status: 401, body: { code: 20003, status: 401, message: expect.any(String), more_info: "https://www.twilio.com/docs/errors/20003" } });
    }
  }
});

test("a suspended account may only be looked at, and a number of another account does not exist", async () => {
  const suspended = await twilio.customer();
  await twilio.send("PATCH", `/_accounts/${suspended.accountSid}`, { body: { status: "suspended" } });
  expect(await twilio.send("GET", `/2010-04-01/Accounts/${suspended.accountSid}.json`, { as: suspended })).toMatchObject({ status: 200, body: { status: "suspended" } });
  expect(await twilio.send("GET", `/2010-04-01/Accounts/${suspended.accountSid}/IncomingPhoneNumbers.json`, { as: suspended })).toMatchObject({ status: 401, body: { code: 20005 } });
  const other = await twilio.customer();
  const { body } = await twilio.send("GET", at("/IncomingPhoneNumbers.json"), { as: customer });
  const { sid } = (body as Page).incoming_phone_numbers[0]!;
  expect(await twilio.send("GET", `/2010-04-01/Accounts/${other.accountSid}/IncomingPhoneNumbers/${sid}.json`, { as: other })).toMatchObject({ status: 404, body: { code: 20404 } });
});

test("a number keeps its SmsUrl, and a message leaves only from a number of the account", async () => {
  const sid = await twilio.buy(customer, someNumbers(1)[0]!);
  const one = at(`/IncomingPhoneNumbers/${sid}.json`);
  expect(await twilio.send("POST", one, { as: customer, form: { SmsUrl: "https://portal.example/hook", SmsMethod: "POST" } })).toMatchObject({ status: 200, body: { sms_url: "https://portal.example/hook" } });
  expect(await twilio.send("GET", one, { as: customer })).toMatchObject({ body: { sms_url: "https://portal.example/hook", sms_method: "POST" } });
  const send = (form: Record<string, string>) => twilio.send("POST", at("/Messages.json"), { as: customer, form });
  expect(await send({ From: "+4930111111", To: "+4917012345678", Body: "x" })).toMatchObject({ status: 400, body: { code: 21606 } });
  expect(await send({ From: numbers[0]!, To: "170", Body: "x" })).toMatchObject({ status: 400, body: { code: 21211 } });
  expect(await send({ From: numbers[0]!, To: "+4917012345678" })).toMatchObject({ status: 400, body: { code: 21602 } });
});

test("faults answer 429 and 5xx in the shape of Twilio", async () => {
  await twilio.faults({ failNext: [{ status: 429, times: 1 }, { status: 503, times: 1 }] });
  expect(await twilio.send("GET", at(".json"), { as: customer })).toMatchObject({ status: 429, body: { code: 20429, status: 429 } });
  expect(await twilio.send("GET", at(".json"), { as: customer })).toMatchObject({ status: 503, body: { code: 20503, status: 503 } });
  expect(await twilio.send("GET", at(".json"), { as: customer })).toMatchObject({ status: 200 });
});

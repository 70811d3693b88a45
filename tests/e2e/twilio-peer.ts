/** The simulated Twilio of the running portal, as a customer of Twilio and as a tester use it. */
import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { DEMO_TWILIO } from "#lib/simulators/kit/demo.ts";
import { addAccount, ask } from "./portal-api.ts";

export type TwilioCustomer = { accountSid: string; authToken: string };

async function send(method: string, path: string, [user, secret]: [string, string], body: object | undefined, form: boolean): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`, "content-type": form ? "application/x-www-form-urlencoded" : "application/json" };
  const response = await fetch(`http://127.0.0.1:${inject("portal").ports.twilio}${path}`, { method, headers, ...(body && { body: form ? new URLSearchParams(body as Record<string, string>) : JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`Twilio ${method} ${path}: ${response.status} ${await response.text()}`);
}

/** The tester's doors. */
export function askTwilio(method: string, path: string, body?: object): Promise<void> {
  return send(method, path, [DEMO_TWILIO.username, DEMO_TWILIO.password], body, false);
}

/** A new account at Twilio with numbers. */
export async function aTwilioCustomer(numbers: readonly string[]): Promise<TwilioCustomer> {
  const customer = { accountSid: `AC${randomBytes(16).toString("hex")}`, authToken: randomBytes(16).toString("hex") };
  await askTwilio("POST", "/_accounts", { sid: customer.accountSid, authToken: customer.authToken });
  for (const PhoneNumber of numbers) await send("POST", `/2010-04-01/Accounts/${customer.accountSid}/IncomingPhoneNumbers.json`, [customer.accountSid, customer.authToken], { PhoneNumber, FriendlyName: `Line ${PhoneNumber.slice(-2)}` }, true);
  return customer;
}

/** A portal account that is connected to a Twilio account of its own; gives its path. */
export async function anAccountWithTwilio(partner: Page, name: string, numbers: readonly string[], { userNumbers = true } = {}): Promise<{ account: string; customer: TwilioCustomer }> {
  const account = `/accounts/${await addAccount(partner, name)}`;
  const customer = await aTwilioCustomer(numbers);
  await ask(partner, "POST", `${account}/integrations`, { integrations: [{ key: "twilio" }] });
  await ask(partner, "PATCH", `${account}/integrations/twilio/settings`, { version: 1, settings: { name: "SMS", ...customer } });
  if (userNumbers) await ask(partner, "PATCH", `${account}/integrations/twilio/features`, { features: { user_numbers: true } });
  return { account, customer };
}

/** Puts text into the fields of the dialog that connects Twilio. */
export async function fillConnection(page: Page, { name, accountSid, authToken }: { name?: string; accountSid?: string; authToken?: string }): Promise<void> {
  const dialog = page.getByRole("dialog");
  if (name !== undefined) await dialog.getByLabel("Name", { exact: true }).fill(name);
  if (accountSid !== undefined) await dialog.getByLabel("Account SID", { exact: true }).fill(accountSid);
  if (authToken !== undefined) await dialog.getByLabel("Auth Token", { exact: true }).fill(authToken);
}

/** Speaks to Twilio by its interface 2010-04-01; the address is a setting, so that a simulated one is spoken to alike (INT-17). */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { exchange, jsonOf, NoAnswer } from "#lib/http/exchange.ts";

const PAGE_SIZE = 1000;
/** No account has more numbers; a list that never ends is not one of Twilio's. */
const MOST_PAGES = 50;

export type TwilioCredentials = { accountSid: string; authToken: string };

/**
 * Why Twilio did not do what it was asked.
 * - `credentials`: it does not accept the Account SID with this Auth Token
 * - `unreachable`: there was no answer, or none of Twilio's
 * - `busy`: it can not now (429, 5xx)
 * - `refused`: it refuses for another reason
 */
export type TwilioFailure = "credentials" | "unreachable" | "busy" | "refused";

/** `message` is a sentence for a person; it never holds the credentials. */
export class TwilioError extends Error {
  readonly failure: TwilioFailure;

  constructor(failure: TwilioFailure, message: string) {
    super(message);
    this.name = "TwilioError";
    this.failure = failure;
  }
}

const Account = z.object({ sid: z.string(), friendly_name: z.string(), status: z.string() });
export type TwilioAccount = { friendlyName: string; isActive: boolean };

const NumberPage = z.object({
  incoming_phone_numbers: z.array(z.object({ phone_number: z.string(), friendly_name: z.string().nullable(), capabilities: z.object({ sms: z.boolean() }) })),
  next_page_uri: z.string().nullable(),
});
export type TwilioNumber = { number: string; friendlyName: string; canSms: boolean };

const Failure = z.object({ code: z.number(), message: z.string() });

/** The account of the credentials. @throws TwilioError */
export async function readAccount(credentials: TwilioCredentials): Promise<TwilioAccount> {
  const account = parse(Account, await get(credentials, `${pathOf(credentials)}.json`));
  if (account.sid !== credentials.accountSid) throw notTwilio();
  return { friendlyName: account.friendly_name, isActive: account.status === "active" };
}

/** Every number that the account has bought, page by page. @throws TwilioError */
export async function readNumbers(credentials: TwilioCredentials): Promise<TwilioNumber[]> {
  const numbers: TwilioNumber[] = [];
  const asked = new Set<string>();
  for (let next: string | null = `${pathOf(credentials)}/IncomingPhoneNumbers.json?PageSize=${PAGE_SIZE}`; next !== null; ) {
    if (asked.has(next) || asked.size === MOST_PAGES) throw notTwilio();
    asked.add(next);
    const page: z.output<typeof NumberPage> = parse(NumberPage, await get(credentials, next));
    numbers.push(...page.incoming_phone_numbers.map((each) => ({ number: each.phone_number, friendlyName: each.friendly_name ?? "", canSms: each.capabilities.sms })));
    next = page.next_page_uri;
  }
  return numbers;
}

function pathOf({ accountSid }: TwilioCredentials): string {
  return `/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;
}

async function get(credentials: TwilioCredentials, path: string): Promise<unknown> {
  const { TWILIO_URL } = settings();
  // What Twilio says the next page is must be there too, or the token would go to somebody else.
  if (!/^\/[^/\\]/.test(path)) throw notTwilio();
  const authorization = `Basic ${Buffer.from(`${credentials.accountSid}:${credentials.authToken}`).toString("base64")}`;
  try {
    const { status, text } = await exchange(`${TWILIO_URL.replace(/\/+$/, "")}${path}`, { headers: { authorization, accept: "application/json" } });
    if (status === 200) return jsonOf(text);
    throw refusalOf(status, text);
  } catch (error) {
    throw error instanceof NoAnswer ? new TwilioError("unreachable", error.sentence(`Twilio at ${new URL(TWILIO_URL).host}`)) : error;
  }
}

function refusalOf(status: number, text: string): TwilioError {
  if (status === 401 && codeOf(text) === NOT_ACTIVE) return new TwilioError("refused", "This Twilio account is suspended or closed. Twilio's support can reactivate it.");
  if (status === 401) return new TwilioError("credentials", "Twilio does not accept this Account SID and Auth Token.");
  if (status === 429) return new TwilioError("busy", "Twilio has been asked too often and wants a pause. Please try again in a minute.");
  if (status >= 500) return new TwilioError("busy", `Twilio can not do this now (it answered ${status}). Please try again later.`);
  const failure = Failure.safeParse(jsonOf(text));
  if (!failure.success) return notTwilio();
  return new TwilioError("refused", `Twilio refused: ${failure.data.message} (code ${failure.data.code})`);
}

/** Twilio's number for "Account not active". */
const NOT_ACTIVE = 20005;

function codeOf(text: string): number | undefined {
  return Failure.safeParse(jsonOf(text)).data?.code;
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw notTwilio();
  return result.data;
}

function notTwilio(): TwilioError {
  return new TwilioError("unreachable", `${new URL(settings().TWILIO_URL).host} answers, but not as Twilio.`);
}

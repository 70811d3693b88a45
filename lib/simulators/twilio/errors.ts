/** How Twilio says no: its own numbers for reasons, in its own form (TWILIO-08). */
import { type Answer, json } from "../kit/answers.ts";
import { Refusal } from "../kit/refusal.ts";

const AUTHENTICATE = 20003;
const USUAL: Record<number, number> = { 400: 20001, 401: AUTHENTICATE, 404: 20404, 405: 20004, 429: 20429, 500: 20500, 503: 20503 };

/** A refusal with the number that Twilio's documentation lists the reason under. */
export function twilioRefusal(status: number, code: number, message: string): Refusal {
  return new Refusal(status, String(code), message);
}

/** Wrong or missing credentials; which of the two was wrong is not told. */
export function unauthorized(): Refusal {
  return twilioRefusal(401, AUTHENTICATE, "Authentication Error - invalid username");
}

/** There is nothing at this address for the account. */
export function noSuchResource(path: string): Refusal {
  return twilioRefusal(404, 20404, `The requested resource ${path} was not found`);
}

/** The body of every answer that is not a success. */
export function refusedAsTwilio({ status, code, message }: Refusal): Answer {
  const number = Number(code) || (USUAL[status] ?? 20001);
  return json(status, { code: number, message, more_info: `https://www.twilio.com/docs/errors/${number}`, status });
}

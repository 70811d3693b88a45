import { openSecret } from "#lib/integrations/settings.ts";
import type { StoredSettings } from "#lib/integrations/settings.ts";
import type { TwilioCredentials } from "./client.ts";

/** The credentials that an account has stored, for Twilio and nobody else. */
export function credentialsOf(accountId: string, stored: StoredSettings): TwilioCredentials {
  return { accountSid: String(stored["accountSid"] ?? ""), authToken: openSecret({ accountId, key: "twilio" }, "authToken", stored) };
}

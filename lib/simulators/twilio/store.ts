/** What a Twilio holds: accounts, the numbers they have bought, and messages. */
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { openSecrets, type SecretStore } from "../kit/secrets.ts";

/** Only an active account may use the interface. */
export const ACCOUNT_STATUSES = ["active", "suspended", "closed"] as const;

export type TwilioAccount = { sid: string; friendlyName: string; status: (typeof ACCOUNT_STATUSES)[number]; createdAt: string };

export type Capabilities = { voice: boolean; sms: boolean; mms: boolean; fax: boolean };

export type TwilioNumber = {
  sid: string;
  accountSid: string;
  phoneNumber: string;
  friendlyName: string;
  capabilities: Capabilities;
  smsUrl: string;
  smsMethod: "GET" | "POST";
  createdAt: string;
};

export type TwilioMessage = { sid: string; accountSid: string; from: string; to: string; body: string; createdAt: string };

export type TwilioStore = {
  accounts: Collection<TwilioAccount>;
  numbers: Collection<TwilioNumber>;
  messages: Collection<TwilioMessage>;
  /** The auth tokens, by account. */
  tokens: SecretStore;
};

/** Opens Twilio's tables. */
export function openStore(database: Database): TwilioStore {
  return {
    accounts: openCollection<TwilioAccount>(database, { name: "accounts", key: "sid" }),
    numbers: openCollection<TwilioNumber>(database, { name: "numbers", key: "sid", indexed: ["accountSid", "phoneNumber"] }),
    messages: openCollection<TwilioMessage>(database, { name: "messages", key: "sid", indexed: ["accountSid"] }),
    tokens: openSecrets(database),
  };
}

/** Accounts of Twilio, who may use the interface for them, and what a tester does to them. */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { conflict, notFound } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { digestSecret, matchesDigest } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { twilioRefusal, unauthorized } from "./errors.ts";
import { ACCOUNT_STATUSES } from "./store.ts";
import type { TwilioAccount, TwilioStore } from "./store.ts";

/** Where everything of an account is. */
export const ACCOUNT_PATH = "/2010-04-01/Accounts/{accountSid}";

const AccountSid = z.string().regex(/^AC[0-9a-f]{32}$/, "An account SID is AC and 32 hexadecimal digits.");
const Token = z.string().min(16);
const NewAccount = z.strictObject({ sid: AccountSid, authToken: Token, friendlyName: z.string().default("My first Twilio account") });
const AccountChange = z.strictObject({ authToken: Token, status: z.enum(ACCOUNT_STATUSES), friendlyName: z.string() }).partial();

/** Adds an account with its token; gives false where the SID is taken. */
export function addAccount({ accounts, tokens }: TwilioStore, { sid, authToken, friendlyName }: z.output<typeof NewAccount>): boolean {
  const isNew = accounts.add({ sid, friendlyName, status: "active", createdAt: new Date().toUTCString() });
  if (isNew) tokens.set(sid, digestSecret(authToken));
  return isNew;
}

/**
 * The account that a request is for, if whoever asks may use it: HTTP Basic with the SID and the auth token.
 * Throws a `Refusal` (401) otherwise.
 */
export function accountOf({ accounts, tokens }: TwilioStore, { params, authorization }: PeerRequest): TwilioAccount {
  const sid = sidOf(params.accountSid ?? "");
  const [user, token] = basicOf(authorization);
  const digest = tokens.get(user);
  const account = accounts.get(user);
  if (!account || digest === undefined || user !== sid || !matchesDigest(token, digest)) throw unauthorized();
  if (account.status === "closed") throw unauthorized();
  return account;
}

/** The last part of a path may say the form of the answer. */
export function sidOf(part: string): string {
  return part.replace(/\.json$/, "");
}

function basicOf(authorization = ""): [string, string] {
  const encoded = /^basic ([a-z0-9+/=]+)$/i.exec(authorization)?.[1] ?? "";
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? ["", ""] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** What a suspended account may still be asked is who it is. */
export function activeAccountOf(store: TwilioStore, request: PeerRequest): TwilioAccount {
  const account = accountOf(store, request);
  if (account.status !== "active") throw twilioRefusal(401, 20005, "Account not active");
  return account;
}

function accountView({ sid, friendlyName, status, createdAt }: TwilioAccount): object {
  const uri = `/2010-04-01/Accounts/${sid}`;
  const subresource_uris = { incoming_phone_numbers: `${uri}/IncomingPhoneNumbers.json`, messages: `${uri}/Messages.json` };
  return { sid, friendly_name: friendlyName, status, type: "Full", owner_account_sid: sid, date_created: createdAt, date_updated: createdAt, uri: `${uri}.json`, subresource_uris };
}

/** The account resource, and the tester's own doors to add accounts and to change them. */
export function accountRoutes(store: TwilioStore): Route[] {
  return [
    { method: "GET", path: ACCOUNT_PATH, kind: "read", open: true, run: (request) => json(200, accountView(accountOf(store, request))) },
    {
      method: "POST",
      path: "/_accounts",
      kind: "write",
      control: true,
      run({ body }) {
        const account = parseBody(NewAccount, body);
        if (!addAccount(store, account)) throw conflict("account_exists", "There is an account of this SID already.", "sid");
        return json(201, { sid: account.sid });
      },
    },
    {
      method: "PATCH",
      path: "/_accounts/{accountSid}",
      kind: "write",
      control: true,
      run({ params, body }) {
        const account = store.accounts.get(params.accountSid!);
        if (!account) throw notFound("There is no account of this SID.");
        const { authToken, ...changes } = parseBody(AccountChange, body);
        store.accounts.replace(account.sid, { ...account, ...changes });
        if (authToken !== undefined) store.tokens.set(account.sid, digestSecret(authToken));
        return json(200, { sid: account.sid });
      },
    },
  ];
}

/** Who asks, and in which account: resolved anew for every request, in one query. */
import { DELEGATED_PREFIX, GUEST_PREFIX } from "#lib/access-tokens/prefixes.ts";
import { database } from "#lib/db/client.ts";
import { hashToken } from "#lib/crypto/token.ts";
import type { z } from "zod";
import { grantsOf } from "#lib/permissions/grants.ts";
import type { Grants } from "#lib/permissions/grants.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import type { Role } from "#lib/permissions/schemas.ts";

/** One thing that a person likes to have kept, as JSON. */
export type Preference = z.infer<ReturnType<typeof z.json>>;

export type Person = {
  kind: "person";
  userId: string;
  /** The account the person belongs to: a partner account or a customer account. */
  accountId: string;
  accountName: string;
  name: string;
  email: string;
  role: Role;
  /** The custom role that narrows it, by name; empty for the built-in one itself. */
  customRole: string;
  /** What the person may do; the one thing that every check asks. */
  grants: Grants;
  /** A partner who sees only the customer accounts assigned to them (AMGR-08). */
  accountManager: boolean;
  /** What is said of the partner account that the person belongs to, or whose customer they are (OP1-43). */
  partner: { prime: boolean; billingAccount: boolean };
  language: string;
  /** The language that the person has chosen; empty while it is the account's. */
  ownLanguage: string;
  timeZone: string;
  /** The integrations of the person's own account. */
  integrations: IntegrationStates;
  /** How the person likes the pages: of every page with a list, so it comes along instead of costing a query of its own. */
  preferences: Record<string, Preference>;
  origin: "session" | "api_key" | "delegated";
  /** The session, the key or the token by which the person asks. */
  credentialId: string;
  method: "password" | "miaccess" | "api_key" | "delegated";
};

/** The portal itself: jobs that nobody is waiting for. */
export type SystemActor = { kind: "system"; name: string };

/** The billing system of a partner account, known by the signature of its message. */
export type BillingSystem = {
  kind: "billing";
  name: string;
  /** The partner account. */
  accountId: string;
  /** By which a second sending of the same message is known. */
  messageDigest: Uint8Array<ArrayBuffer>;
};

/** The directory of a customer account, known by its Secret Token (SCIMAPI-01). */
export type Directory = {
  kind: "scim";
  name: string;
  accountId: string;
  /** The Tenant URL, below which the directory finds what it is told of. */
  address: string;
};

/** Nobody is signed in: registration and password reset. */
export type Anonymous = { kind: "anonymous" };

/** Somebody who is no user of the account and was let in as a guest (PRIV-13). */
export type Guest = { kind: "guest"; accountId: string; accountName: string; name: string; credentialId: string; expiresAt: Date };

export type Actor = Person | SystemActor | BillingSystem | Directory | Anonymous | Guest;

export const ANONYMOUS: Anonymous = { kind: "anonymous" };

/** The account an operation works in. */
export type AccountInView = {
  id: string;
  name: string;
  kind: "partner" | "customer";
  status: "active" | "deactivated";
  partnerId: string | null;
  userCount: number;
  language: string;
  timeZone: string;
  integrations: IntegrationStates;
};

/** What a door was given to tell who asks. */
export type Credentials = { sessionToken?: string | undefined; apiKey?: string | undefined };

export type Resolved = { actor: Actor; account: AccountInView | null };

type ResolvedRow = {
  user_id: string;
  account_id: string;
  account_name: string;
  name: string;
  email: string;
  role: Role;
  custom_role: string | null;
  grants: string[] | null;
  account_manager: boolean;
  prime_partner: boolean;
  billing_account: boolean;
  language: string;
  own_language: string;
  time_zone: string;
  integrations: IntegrationStates | null;
  preferences: Record<string, Preference> | null;
  credential_id: string;
  method: Person["method"];
  target: AccountInView | null;
};

// They decide which pages there are and what may be asked for, so they come along instead of costing every request a query.
function integrationsOf(accountId: string): string {
  return `(select json_object_agg(i.key, json_build_object('status', i.status, 'features', i.features)) from integrations i where i.account_id = ${accountId})`;
}

// The session, the person (who may have become inactive) and both accounts are looked at on every request, so that deactivating an account, removing a user
// or ending a session takes effect at the next click. A target account that is not the person's own or, for a partner, not one
// of their customers, or for an account manager not assigned to them, is simply not there.
const TARGET = `
  (select json_build_object('id', t.id, 'name', t.name, 'kind', t.kind, 'status', t.status, 'partnerId', t.partner_id,
          'userCount', t.user_count, 'language', t.default_language, 'timeZone', t.time_zone, 'integrations', coalesce(${integrationsOf("t.id")}, '{}'))
     from accounts t
    where t.id = $2::uuid
      and (t.id = a.id
        or (u.role = 'partner' and a.kind = 'partner' and t.partner_id = a.id
            and (not u.account_manager
              or exists (select from managed_accounts m where m.account_id = u.account_id and m.user_id = u.id and m.managed_account_id = t.id))))) as target`;

const PERSON = `u.id as user_id, a.id as account_id, a.name as account_name, u.name, u.email, u.role, u.account_manager, r.name as custom_role, r.grants,
  p.prime_partner, p.billing_account,
  coalesce(nullif(u.language, ''), a.default_language) as language, u.language as own_language, a.time_zone,
  ${integrationsOf("a.id")} as integrations,
  (select json_object_agg(k.key, k.value) from preferences k where k.account_id = u.account_id and k.user_id = u.id) as preferences`;

const PARTNER = "join accounts p on p.id = coalesce(a.partner_id, a.id)";

// Partners' own roles belong to their account, those of a customer's admins to the customer's partner.
const CUSTOM_ROLE = "left join custom_roles r on r.account_id = coalesce(a.partner_id, a.id) and r.id = u.custom_role_id";

const BY_SESSION = `
  select ${PERSON}, c.id as credential_id, c.method, ${TARGET}
    from sessions c
    join users u on u.account_id = c.account_id and u.id = c.user_id and u.disabled_at is null
    join accounts a on a.id = u.account_id and a.status = 'active'
    ${PARTNER}
    ${CUSTOM_ROLE}
   where c.token_hash = $1 and c.expires_at > now()`;

// Noted once a minute at most, so that a busy script does not write with every request.
const BY_API_KEY = `
  with used as (
    update api_keys set last_used_at = now()
     where token_hash = $1 and coalesce(last_used_at, '-infinity') < now() - interval '1 minute')
  select ${PERSON}, c.id as credential_id, 'api_key' as method, ${TARGET}
    from api_keys c
    join users u on u.account_id = c.account_id and u.id = c.user_id and u.disabled_at is null
    join accounts a on a.id = u.account_id and a.status = 'active'
    ${PARTNER}
    ${CUSTOM_ROLE}
   where c.token_hash = $1`;

// Good while the account lets applications act for its users, and the application is assigned to it (PRIV-11, PRIV-12).
const BY_DELEGATION = `
  select ${PERSON}, c.id as credential_id, 'delegated' as method, ${TARGET}
    from access_tokens c
    join users u on u.account_id = c.account_id and u.id = c.user_id and u.disabled_at is null
    join accounts a on a.id = u.account_id and a.status = 'active'
    join account_switches w on w.account_id = a.id and w.delegated_authentication
    ${PARTNER}
    ${CUSTOM_ROLE}
   where c.token_hash = $1 and c.expires_at > now()`;

// Good while the account lets guests in (PRIV-13, PRIV-14).
const GUEST = `
  select c.id, c.account_id, a.name as account_name, c.guest_name, c.expires_at
    from access_tokens c
    join accounts a on a.id = c.account_id and a.status = 'active'
    join account_switches w on w.account_id = a.id and w.guest_access
   where c.token_hash = $1 and c.user_id is null and c.expires_at > now()`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const QUERIES = { session: BY_SESSION, api_key: BY_API_KEY, delegated: BY_DELEGATION } as const;

/**
 * Resolves who asks and, when an account is named, that account as this person sees it (one query).
 * @returns the anonymous actor when the credentials are missing, expired or revoked; account null when it is not theirs to see
 */
export async function resolveActor(credentials: Credentials, accountId: string | null): Promise<Resolved> {
  const token = credentials.apiKey ?? credentials.sessionToken;
  if (!token) return { actor: ANONYMOUS, account: null };
  if (credentials.apiKey?.startsWith(GUEST_PREFIX)) return { actor: await guestOf(token), account: null };
  const origin = !credentials.apiKey ? "session" : token.startsWith(DELEGATED_PREFIX) ? "delegated" : "api_key";
  const { rows } = await database().pool.query<ResolvedRow>({
    name: `actor_by_${origin}`,
    text: QUERIES[origin],
    // What can be no account's number is the number of no account.
    values: [Buffer.from(hashToken(token)), accountId !== null && UUID.test(accountId) ? accountId : null],
  });
  const row = rows[0];
  if (!row) return { actor: ANONYMOUS, account: null };
  // An application acts as a user, whatever else the person may do (OP1-36).
  const acts = origin === "delegated" ? { role: "user", customRole: "", grants: grantsOf("user"), accountManager: false } as const : {};
  return { actor: { ...personOf(row), ...acts, origin }, account: row.target };
}

async function guestOf(token: string): Promise<Actor> {
  const { rows } = await database().pool.query<{ id: string; account_id: string; account_name: string; guest_name: string; expires_at: Date }>({ name: "guest", text: GUEST, values: [Buffer.from(hashToken(token))] });
  const row = rows[0];
  if (!row) return ANONYMOUS;
  return { kind: "guest", accountId: row.account_id, accountName: row.account_name, name: row.guest_name, credentialId: row.id, expiresAt: row.expires_at };
}

function personOf(row: ResolvedRow): Omit<Person, "origin"> {
  return {
    kind: "person",
    userId: row.user_id,
    accountId: row.account_id,
    accountName: row.account_name,
    name: row.name,
    email: row.email,
    role: row.role,
    customRole: row.custom_role ?? "",
    grants: grantsOf(row.role, row.grants),
    accountManager: row.account_manager,
    partner: { prime: row.prime_partner, billingAccount: row.billing_account },
    language: row.language,
    ownLanguage: row.own_language,
    timeZone: row.time_zone,
    integrations: row.integrations ?? {},
    preferences: row.preferences ?? {},
    credentialId: row.credential_id,
    method: row.method,
  };
}

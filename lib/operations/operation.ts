/** The declaration of an operation: the one way to do anything. `run-operation.ts` is what happens around it. */
import type { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import type { Notify } from "#lib/notifications/notify.ts";
import type { Feature, Permission } from "#lib/permissions/schemas.ts";
import type { AccountInView, Actor, BillingSystem, Directory, Person } from "./actor.ts";

/**
 * Where an operation works.
 * - `public`: before anybody is signed in
 * - `self`: on the signed-in person's own things
 * - `partner`: on the partner account of a partner
 * - `account`: in the account that the address names
 * - `billing`: on the partner account whose billing system has signed the request
 * - `scim`: in the account whose directory asks by its token
 */
export type Scope = "public" | "self" | "partner" | "account" | "billing" | "scim";

type ActorIn = { public: Actor; self: Person; partner: Person; account: Person; billing: BillingSystem; scim: Directory };
type AccountOf = { public: null; self: AccountInView; partner: AccountInView; account: AccountInView; billing: AccountInView; scim: AccountInView };

export type OperationContext<S extends Scope = Scope> = {
  actor: ActorIn[S];
  account: AccountOf[S];
  /** In a transaction for a write, outside of one for a read. */
  db: Db;
  /** Writes an event into the same transaction. */
  emit: Emit;
  /** Enqueues a job that starts when the transaction has committed. */
  enqueue: Enqueue;
  /** Tells a person something in the bell. */
  notify: Notify;
  /** One time stamp for all that the operation writes. */
  now: Date;
  correlationId: string;
};

/** A file as an answer, streamed to whoever asked. */
export type FileAnswer = { fileName: string; contentType: string; body: Uint8Array | AsyncIterable<Uint8Array | string> };

export type HttpBinding = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`; `{accountId}` names the account, every other `{name}` is a field of the input. */
  path: `/${string}`;
  /** The body is a file, given to the input as `file` (bytes) beside the fields of the query. */
  takesFile?: boolean;
  /** The answer carries a `sessionToken`, which the door turns into the cookie and keeps to itself. */
  startsSession?: boolean;
  /** The door clears the cookie. */
  endsSession?: boolean;
};

export type Declaration<S extends Scope, I extends z.ZodType, O extends z.ZodType> = {
  /** Noun and verb, e.g. `users.add`. */
  name: string;
  summary: string;
  /** One of these is needed; an empty list: everybody within the scope. */
  permission: readonly Permission[];
  /** The feature that the operation is a part of: whoever may not view that may not do this either. */
  partOf?: Feature;
  /** Only for a partner administrator without a custom role who is not an account manager (OP1-74). */
  unrestricted?: true;
  scope: S;
  /** A write runs in one transaction and leaves an event. */
  kind: "read" | "write";
  /** Why a write leaves no event. */
  unrecorded?: string;
  /** An application may call it for a user by a delegated token; nothing else may it call (PRIV-11). */
  delegable?: true;
  /** Only where the account has this integration in use, and this feature of it; elsewhere there is nothing to be found. */
  integration?: { key: IntegrationKey; feature?: string };
  /** Also works while the account is deactivated; nothing else does (ACCT-16). */
  onDeactivated?: true;
  input: I;
  output: O;
  /** Null: reached only from within the portal. */
  http: HttpBinding | null;
  run(context: OperationContext<S>, input: z.output<I>): Promise<z.input<O>>;
};

/** An operation with its types folded away, as the registry and the doors see it. */
export type AnyOperation = Declaration<Scope, z.ZodType, z.ZodType>;

/** Declares an operation. */
export function operation<S extends Scope, I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<S, I, O>): Declaration<S, I, O> {
  return declaration;
}

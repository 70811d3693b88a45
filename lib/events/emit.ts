import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Anonymous, BillingSystem, Directory, Guest, Person, SystemActor } from "#lib/operations/actor.ts";
import type { KindsFor } from "./rules.ts";
import type { EventAction, PropertyChange } from "./schemas.ts";
import { tagsOf } from "./tags.ts";

type EventOf<Action extends EventAction> = {
  action: Action;
  asset: { kind: KindsFor<Action>; id: string; name: string };
  /** What changed, with before and after; never a secret. */
  changes?: PropertyChange[];
  details?: Record<string, unknown>;
  /** When the operation has no account of its own in view (sign-in, registration). */
  accountId?: string;
};

export type EventToWrite = { [Action in EventAction]: EventOf<Action> }[EventAction];

/**
 * Writes one or many events in the transaction of the operation.
 * @param by who acted, where only the operation finds that out: at a sign-in nobody is signed in yet
 */
export type Emit = (events: EventToWrite | EventToWrite[], by?: EventActor) => Promise<void>;

/** Who acts, of a person only what a job can still tell hours after the request; without a role the one the person has now is meant. */
export type EventActor = (Pick<Person, "kind" | "userId" | "accountId" | "name" | "origin"> & Partial<Pick<Person, "role" | "customRole">>) | Pick<BillingSystem | Directory, "kind" | "name"> | SystemActor | Anonymous | Pick<Guest, "kind" | "name">;

export type EventFrame = { operation: string; accountId: string | null; actor: EventActor; correlationId: string; now: Date };

/** Makes the `emit` of one operation call; `used` tells whether the operation said what it did, were it "nothing" by an empty list. */
export function eventWriter(db: Db, frame: EventFrame): { emit: Emit; used(): boolean } {
  let used = false;
  async function emit(events: EventToWrite | EventToWrite[], by: EventActor = frame.actor): Promise<void> {
    const person = by.kind === "person" ? by : null;
    const origin = person?.origin ?? by.kind;
    const list = Array.isArray(events) ? events : [events];
    used = true;
    if (list.length === 0) return;
    // One parameter for all of them: a bulk action writes thousands.
    const rows = list.map((event) => {
      const accountId = accountOf(event, frame);
      const { action, asset, changes = [], details = {} } = event;
      const assumed = person !== null && person.accountId !== accountId;
      const tags = tagsOf({ operation: frame.operation, action, assetKind: asset.kind, origin, assumed });
      return { account_id: accountId, id: newId(), action, asset_kind: asset.kind, asset_id: asset.id, asset_name: asset.name, changes, details, tags };
    });
    const who = { actor_id: person?.userId ?? null, actor_account_id: person?.accountId ?? null, actor_name: actorName(by), origin, ...actedAs(by) };
    await db.$executeRaw`
      insert into events (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_id, actor_account_id, actor_name, actor_role, actor_custom_role, origin, changes, details, log_tags, correlation_id)
      select e.account_id, e.id, ${frame.now}::timestamptz, ${frame.operation}, e.action, e.asset_kind, e.asset_id, e.asset_name,
             w.actor_id, w.actor_account_id, w.actor_name,
             coalesce(w.actor_role, (select u.role from users u where u.account_id = w.actor_account_id and u.id = w.actor_id), ''),
             coalesce(w.actor_custom_role, (select r.name from users u join custom_roles r on r.id = u.custom_role_id where u.account_id = w.actor_account_id and u.id = w.actor_id), ''),
             w.origin, e.changes, e.details, e.tags, ${frame.correlationId}::uuid
        from json_to_record(${JSON.stringify(who)}::json)
          as w (actor_id uuid, actor_account_id uuid, actor_name text, actor_role text, actor_custom_role text, origin text),
             json_to_recordset(${JSON.stringify(rows)}::json)
          as e (account_id uuid, id uuid, action text, asset_kind text, asset_id text, asset_name text, changes jsonb, details jsonb, tags text)`;
  }
  return { emit, used: () => used };
}

function accountOf(event: EventToWrite, frame: EventFrame): string {
  const accountId = event.accountId ?? frame.accountId;
  if (!accountId) throw new Error(`The event of ${frame.operation} names no account.`);
  return accountId;
}

function actorName(actor: EventActor): string {
  return actor.kind === "anonymous" ? "Not signed in" : actor.name;
}

/** As what somebody acts; null where it is to be looked up. */
function actedAs(actor: EventActor): { actor_role: string | null; actor_custom_role: string | null } {
  if (actor.kind !== "person") return { actor_role: actor.kind, actor_custom_role: "" };
  return { actor_role: actor.role ?? null, actor_custom_role: actor.role === undefined ? null : (actor.customRole ?? "") };
}

/** The properties whose values differ between two states of a thing, for an event. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: Partial<T>): PropertyChange[] {
  return Object.entries(after)
    .filter(([property, value]) => JSON.stringify(before[property]) !== JSON.stringify(value))
    .map(([property, value]) => ({ property, before: before[property] ?? null, after: value ?? null }));
}

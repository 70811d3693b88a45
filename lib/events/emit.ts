import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Anonymous, BillingSystem, Person, SystemActor } from "#lib/operations/actor.ts";
import type { AssetKind, EventAction, PropertyChange } from "./schemas.ts";

export type EventToWrite = {
  action: EventAction;
  asset: { kind: AssetKind; id: string; name: string };
  /** What changed, with before and after; never a secret. */
  changes?: PropertyChange[];
  details?: Record<string, unknown>;
  /** When the operation has no account of its own in view (sign-in, registration). */
  accountId?: string;
};

/** Writes one or many events in the transaction of the operation. */
export type Emit = (events: EventToWrite | EventToWrite[]) => Promise<void>;

/** Who an event is about: of a person only what a job can still tell hours after the request. */
export type EventActor = Pick<Person, "kind" | "userId" | "accountId" | "name" | "origin"> | Pick<BillingSystem, "kind" | "name"> | SystemActor | Anonymous;

export type EventFrame = { operation: string; accountId: string | null; actor: EventActor; correlationId: string; now: Date };

/** Makes the `emit` of one operation call; `used` tells whether the operation said what it did, were it "nothing" by an empty list. */
export function eventWriter(db: Db, frame: EventFrame): { emit: Emit; used(): boolean } {
  let used = false;
  const person = frame.actor.kind === "person" ? frame.actor : null;
  async function emit(events: EventToWrite | EventToWrite[]): Promise<void> {
    const list = Array.isArray(events) ? events : [events];
    used = true;
    if (list.length === 0) return;
    // One parameter for all of them: a bulk action writes thousands.
    const rows = list.map((event) => ({
      account_id: accountOf(event, frame),
      id: newId(),
      action: event.action,
      asset_kind: event.asset.kind,
      asset_id: event.asset.id,
      asset_name: event.asset.name,
      changes: event.changes ?? [],
      details: event.details ?? {},
    }));
    await db.$executeRaw`
      insert into events (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_id, actor_account_id, actor_name, origin, changes, details, correlation_id)
      select e.account_id, e.id, ${frame.now}::timestamptz, ${frame.operation}, e.action, e.asset_kind, e.asset_id, e.asset_name,
             ${person?.userId ?? null}::uuid, ${person?.accountId ?? null}::uuid, ${actorName(frame.actor)}, ${person?.origin ?? frame.actor.kind}, e.changes, e.details, ${frame.correlationId}::uuid
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as e (account_id uuid, id uuid, action text, asset_kind text, asset_id text, asset_name text, changes jsonb, details jsonb)`;
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

/** The properties whose values differ between two states of a thing, for an event. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: Partial<T>): PropertyChange[] {
  return Object.entries(after)
    .filter(([property, value]) => JSON.stringify(before[property]) !== JSON.stringify(value))
    .map(([property, value]) => ({ property, before: before[property] ?? null, after: value ?? null }));
}

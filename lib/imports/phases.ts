/** The long work on an import: who asked for it, which try this is, and what others may see of it meanwhile. */
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import type { NotificationToWrite } from "#lib/notifications/notify.ts";
import type { Person } from "#lib/operations/actor.ts";

/** The person in whose name a job works, as far as its events and its notification need it, and what ties both to the request. */
export type StartedBy = Pick<Person, "kind" | "userId" | "accountId" | "name" | "origin"> & { correlationId: string };

/** Whoever makes this request, as the one who started a phase. */
export function startedBy({ kind, userId, accountId, name, origin }: Person, correlationId: string): StartedBy {
  return { kind, userId, accountId, name, origin, correlationId };
}

/** Rows or users that one transaction works off: large enough to be quick, small enough to hold nobody up. */
export const SET_SIZE = 1_000;

/** One more than these, and the work has failed for good. */
const MAX_ATTEMPTS = 5;

export const PHASES = {
  reading: Prisma.sql`i.status = 'reading'`,
  uploading: Prisma.sql`i.status = 'uploading'`,
  undoing: Prisma.sql`i.undo = 'working'`,
} as const;
export type Phase = keyof typeof PHASES;

export type Attempt = { fileName: string; startedBy: StartedBy; isLast: boolean };

/**
 * Begins a try of the work of a phase.
 * @returns null when the import is not in that phase (any more): there is nothing to do then
 */
export async function beginAttempt(accountId: string, importId: string, phase: Phase): Promise<Attempt | null> {
  const [row] = await database().prisma.$queryRaw<{ file_name: string; started_by: StartedBy; attempts: number }[]>`
    update user_imports i set attempts = i.attempts + 1
     where i.account_id = ${accountId}::uuid and i.id = ${importId}::uuid and ${PHASES[phase]}
    returning i.file_name, i.started_by, i.attempts`;
  return row ? { fileName: row.file_name, startedBy: row.started_by, isLast: row.attempts > MAX_ATTEMPTS } : null;
}

/**
 * Keeps others from changing the import until the transaction ends.
 * @returns false when the work is to stop: the import is no longer in this phase, or users are to be added to or deleted from
 * an account that was deactivated meanwhile (ACCT-16)
 */
export async function isStillIn(db: Db, accountId: string, importId: string, phase: Phase): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    select 1 from user_imports i join accounts a on a.id = i.account_id
     where i.account_id = ${accountId}::uuid and i.id = ${importId}::uuid and ${PHASES[phase]} and (${phase} = 'reading' or a.status = 'active')
       for update of i`;
  return rows.length > 0;
}

/** Writes the events of a job in the name of the person who asked for it. */
export async function emitFor(db: Db, accountId: string, operation: string, { correlationId, ...actor }: StartedBy, now: Date, events: EventToWrite[]): Promise<void> {
  await eventWriter(db, { operation, accountId, actor, correlationId, now }).emit(events);
}

/** Tells the person who asked what came of it. */
export async function tell(db: Db, { accountId, userId }: StartedBy, now: Date, notification: Omit<NotificationToWrite, "to">): Promise<void> {
  await notificationWriter(db, now)({ to: { accountId, userId }, ...notification });
}

/** Lets open pages of the account know that an import has moved on. */
export async function publishImports(db: Db, accountId: string): Promise<void> {
  await publish(db, { channel: "account", accountId, topic: "imports" });
}

/** The page of an import inside the portal. */
export function importPath(accountId: string, importId: string): string {
  return `/accounts/${accountId}/users/import/${importId}`;
}

/** A number as it stands in a sentence. */
export function figure(count: number): string {
  return count.toLocaleString("en-US");
}

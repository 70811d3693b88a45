/** What happens around every operation, in this order and nowhere else (design: operations). */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { reasonOf, sentence } from "#lib/messages/sentences.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { mayRun } from "./may-run.ts";
import { ANONYMOUS } from "./actor.ts";
import type { AccountInView, Actor, Person, Resolved } from "./actor.ts";
import { conflict, forbidden, invalid, notFound, OperationError } from "./errors.ts";
import { rememberAnswer } from "./idempotency.ts";
import type { Worded } from "./schemas.ts";
import type { AnyOperation, Declaration, OperationContext, Scope } from "./operation.ts";
import { findUnstorableText } from "./unstorable-text.ts";
import type { z } from "zod";

export type Call = {
  /** Who asks and the account in view, as `resolveActor` found them. */
  resolved: Resolved;
  input: unknown;
  /** A request repeated with the same key is answered with the first answer. */
  idempotencyKey?: string | undefined;
  correlationId?: string;
};

/** For the public operations and the jobs of the portal itself. */
export const NOBODY: Resolved = { actor: ANONYMOUS, account: null };

/** ACCT-22; also what a deactivated account answers to everything but its reactivation (ACCT-16). */
const DEACTIVATED = "This customer account was deactivated. To view, edit, or delete the account, it must be re-activated.";

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/**
 * Runs an operation for somebody.
 * @returns what the operation answers, in the shape it declares
 * @throws OperationError with one of the closed set of codes
 */
export async function runOperation<S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  operation: Declaration<S, I, O>,
  call: Call,
): Promise<z.output<O>> {
  const declared = operation as unknown as AnyOperation;
  const { actor, account } = placeOf(declared, call.resolved);
  checkPermission(declared, actor);
  checkIntegration(declared, account);
  const input = parseInput(declared, call.input);
  const frame = { declared, actor, account, input, now: new Date(), correlationId: call.correlationId ?? randomUUID() };
  const answer =
    declared.kind === "read"
      ? await declared.run(contextOf(database().prisma, frame).context, input)
      : await runInTransaction(frame, call.idempotencyKey);
  return declared.output.parse(answer) as z.output<O>;
}

/** Who works where: an account that the actor may not see does not exist. */
function placeOf(operation: AnyOperation, { actor, account }: Resolved): { actor: Actor; account: AccountInView | null } {
  if (operation.scope === "public") return { actor, account: null };
  if (operation.scope === "billing" && actor.kind === "billing") return { actor, account };
  if (actor.kind !== "person" || operation.scope === "billing") throw new OperationError("unauthenticated", sentence("signInFirst"));
  if (operation.scope === "account") {
    if (!account) throw notFound(sentence("accountNotFound"));
    if (account.status === "deactivated" && !operation.onDeactivated) throw conflict(DEACTIVATED);
    return { actor, account };
  }
  if (operation.scope === "partner" && actor.role !== "partner") throw forbidden();
  return { actor, account: ownAccount(actor) };
}

/** The person's own account, as far as the person carries it. */
function ownAccount(actor: Person): AccountInView {
  return {
    id: actor.accountId,
    name: actor.accountName,
    kind: actor.role === "partner" ? "partner" : "customer",
    status: "active",
    partnerId: null,
    userCount: 0,
    language: actor.language,
    timeZone: actor.timeZone,
    integrations: actor.integrations,
  };
}

function checkPermission(operation: AnyOperation, actor: Actor): void {
  if (actor.kind === "person" && actor.origin === "delegated" && !operation.delegable && operation.scope !== "public") throw forbidden();
  // Its signature is all that a billing system can do and needs.
  if (operation.scope === "public" || operation.scope === "billing") return;
  if (actor.kind !== "person" || !mayRun(operation, actor)) throw forbidden();
}

function checkIntegration({ integration }: AnyOperation, account: AccountInView | null): void {
  if (integration && !isInUse(account?.integrations ?? {}, integration.key, integration.feature)) throw notInUse(integration.key);
}

function parseInput(operation: AnyOperation, input: unknown): unknown {
  const unstorable = findUnstorableText(input);
  if (unstorable !== undefined) throw invalid(sentence("unstorable"), unstorable);
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), ...wordsOf(message) }));
  throw new OperationError("invalid", fields.length === 1 ? wordsOf(fields[0]!.message) : sentence("someFields"), fields);
}

/** The words of a shape: with their reason, where they are a sentence of the catalogue. */
function wordsOf(message: string): Worded {
  const reason = reasonOf(message);
  return reason ? { message, reason } : { message };
}

type Frame = { declared: AnyOperation; actor: Actor; account: AccountInView | null; input: unknown; now: Date; correlationId: string };

function contextOf(db: Db, frame: Frame): { context: OperationContext; recorded(): boolean } {
  const { declared, actor, account, now, correlationId } = frame;
  const events = eventWriter(db, { operation: declared.name, accountId: account?.id ?? null, actor, correlationId, now });
  const context = { actor, account, db, emit: events.emit, enqueue: jobWriter(db), notify: notificationWriter(db, now), now, correlationId };
  return { context: context as OperationContext, recorded: events.used };
}

/** Of two that wait for each other PostgreSQL undoes one as a whole, which is then run again. */
async function runInTransaction(frame: Frame, idempotencyKey: string | undefined): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(frame, idempotencyKey);
    } catch (error) {
      if (!wasUndone(error) || attempt === ATTEMPTS) throw fromDatabase(error);
    }
  }
}

const ATTEMPTS = 3;

function runOnce(frame: Frame, idempotencyKey: string | undefined): Promise<unknown> {
  return database().prisma.$transaction(async (db) => {
    const run = () => runRecorded(db, frame);
    if (!idempotencyKey || frame.actor.kind !== "person") return run();
    const request = { operation: frame.declared.name, accountId: frame.account?.id ?? null, input: frame.input };
    return rememberAnswer(db, { actorId: frame.actor.userId, key: idempotencyKey, request }, run);
  }, TRANSACTION);
}

async function runRecorded(db: Db, frame: Frame): Promise<unknown> {
  const { context, recorded } = contextOf(db, frame);
  const answer = await frame.declared.run(context, frame.input);
  // A change without an event would be one that nobody can account for (pains 43), so it does not commit.
  if (!recorded() && !frame.declared.unrecorded) throw new Error(`${frame.declared.name} changed something without an event.`);
  return answer;
}

/** The unique index decides a race; its error becomes a sentence that does not repeat the value. */
function fromDatabase(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === "P2002") return conflict(sentence("alreadyInUse"));
  if (code === "P2025") return notFound("What you asked for");
  if (wasUndone(error)) return conflict(sentence("changedAtOnce"));
  return error;
}

/** Whether PostgreSQL undid a transaction because another one stood in its way, whatever statement it struck. */
function wasUndone(error: unknown): boolean {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { kind?: string } } } };
  return meta?.driverAdapterError?.cause?.kind === "TransactionWriteConflict";
}

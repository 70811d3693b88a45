import { z } from "zod";
import { setSwitches } from "#lib/account-switches/set-switches.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { readGatewayFacts } from "#lib/gateways/facts.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { ON_REMOVAL } from "./on-removal.ts";
import { REFUSED_WHILE } from "./refused-while.ts";
import { definitionOf } from "./registry.ts";
import { privilegesLost, switchesFor } from "./rules.ts";
import { RemoveIntegrationInput } from "./schemas.ts";
import type { IntegrationKey } from "./schemas.ts";
import { lockIntegrations, readStored, takeStored } from "./stored.ts";
import type { Removal, StoredIntegration } from "./stored.ts";

/** One more than these, and the removal has failed for good. */
const MAX_ATTEMPTS = 5;

/** What goes with an integration may be the licenses of every user of a large account. */
const TRANSACTION = { timeout: 60_000 };

/**
 * Begins the removal of an integration; a job does it, and until then the entry stays (INTEG-24, ZOOM-21). Works in a partner account
 * as well, which is to have none (INTEG-30).
 */
export const removeIntegration = operation({
  name: "integrations.remove",
  summary: "Remove an integration from an account",
  permission: [{ feature: "integrations", action: "delete" }],
  scope: "account",
  kind: "write",
  input: RemoveIntegrationInput,
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/integrations/{key}" },
  async run({ actor, account, db, emit, enqueue, correlationId }, { key, word }) {
    await takeStored(db, account.id, key);
    await checkWord(db, account.id, key, word);
    await REFUSED_WHILE[key]?.(db, account.id);
    const { kind, userId, accountId, name, origin } = actor;
    await keepRemoval(db, account.id, key, { kind, userId, accountId, name, origin, correlationId, attempts: 0 });
    await enqueue("integrations.remove", { accountId: account.id, key });
    await emit({ action: "Edit", asset: { kind: "integration", id: key, name: definitionOf(key).name }, changes: [{ property: "removal", before: null, after: "started" }] });
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return {};
  },
});

/** An appliance is not reset to factory default by a slip (GW-52). */
async function checkWord(db: Db, accountId: string, key: IntegrationKey, word: string | undefined): Promise<void> {
  const { revert } = definitionOf(key);
  const question = revert?.(await readGatewayFacts(db, accountId));
  if (question && word !== question.word) throw invalid(`Type ${question.word} to continue.`, "word");
}

/** The job that removes an integration, with all that goes with it; run again, it finds nothing left to do. */
export async function removeStored({ accountId, key }: JobPayload<"integrations.remove">): Promise<void> {
  const { prisma } = database();
  const attempts = await beginAttempt(prisma, accountId, key);
  if (attempts === null) return;
  await prisma.$transaction(async (db) => {
    await lockIntegrations(db, accountId);
    const stored = await readStored(db, accountId);
    const integration = stored.find((each) => each.key === key);
    if (!integration?.removal) return;
    const now = new Date();
    if (attempts > MAX_ATTEMPTS) await giveUp(db, accountId, integration, integration.removal, now);
    else await remove(db, accountId, integration, integration.removal, stored, now);
    await publish(db, { channel: "account", accountId, topic: "integrations" });
  }, TRANSACTION);
}

async function beginAttempt(db: Db, accountId: string, key: IntegrationKey): Promise<number | null> {
  const [row] = await db.$queryRaw<{ attempts: number }[]>`
    update integrations set removal = jsonb_set(removal, '{attempts}', to_jsonb((removal->>'attempts')::int + 1))
     where account_id = ${accountId}::uuid and key = ${key} and removal is not null
    returning (removal->>'attempts')::int as attempts`;
  return row?.attempts ?? null;
}

async function remove(db: Db, accountId: string, { key, status, features }: StoredIntegration, removal: Removal, stored: readonly StoredIntegration[], now: Date): Promise<void> {
  const definition = definitionOf(key);
  const others = stored.filter((each) => each.key !== key).map((each) => definitionOf(each.key));
  const emit = (events: EventToWrite | EventToWrite[]) => emitAs(db, accountId, removal, now, [events].flat());
  const gone = (await ON_REMOVAL[key]?.(db, accountId, { emit, askedBy: removal, now })) ?? {};
  await db.integration.delete({ where: { accountId_key: { accountId, key } } });
  const switches = await setSwitches(db, accountId, switchesFor(privilegesLost(definition, others), false));
  const changes = Object.entries({ status, ...features }).map(([property, before]) => ({ property, before, after: null }));
  await emitAs(db, accountId, removal, now, [
    { action: "Delete", asset: { kind: "integration", id: key, name: definition.name }, changes, details: gone },
    ...(switches.length > 0 ? [await privilegesEvent(db, accountId, definition.name, switches)] : []),
  ]);
  await notificationWriter(db, now)({
    to: removal,
    status: "completed",
    title: `${definition.name} removed`,
    body: switches.length > 0 ? "The privileges that nothing else on the account brings were switched off." : "",
    link: pathOf(accountId),
  });
}

async function privilegesEvent(db: Db, accountId: string, integration: string, changes: NonNullable<EventToWrite["changes"]>): Promise<EventToWrite> {
  const { name } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  return { action: "Edit", asset: { kind: "account", id: accountId, name }, changes, details: { integrations: [integration] } };
}

/** The integration stays as it was (ZOOM-24). */
async function giveUp(db: Db, accountId: string, { key }: StoredIntegration, removal: Removal, now: Date): Promise<void> {
  const { name } = definitionOf(key);
  await keepRemoval(db, accountId, key, null);
  await emitAs(db, accountId, removal, now, [{ action: "Edit", asset: { kind: "integration", id: key, name }, changes: [{ property: "removal", before: "started", after: "failed" }] }]);
  await notificationWriter(db, now)({ to: removal, status: "failed", title: `${name} was not removed`, body: "It is still on the account, as it was. Please try again.", link: pathOf(accountId) });
}

async function keepRemoval(db: Db, accountId: string, key: IntegrationKey, removal: Removal | null): Promise<void> {
  await db.$executeRaw`
    update integrations set removal = ${removal === null ? null : JSON.stringify(removal)}::jsonb, version = version + 1
     where account_id = ${accountId}::uuid and key = ${key}`;
}

async function emitAs(db: Db, accountId: string, { correlationId, attempts: _, ...actor }: Removal, now: Date, events: EventToWrite[]): Promise<void> {
  await eventWriter(db, { operation: "integrations.remove", accountId, actor, correlationId, now }).emit(events);
}

function pathOf(accountId: string): string {
  return `/accounts/${accountId}/integrations`;
}

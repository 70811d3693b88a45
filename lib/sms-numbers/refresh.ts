/** Reads the numbers of an account's Twilio again: on demand, and by a job. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { Emit } from "#lib/events/emit.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { readStored, takeStored } from "#lib/integrations/stored.ts";
import type { StoredIntegration } from "#lib/integrations/stored.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { operation } from "#lib/operations/operation.ts";
import { readNumbers, TwilioError } from "#lib/twilio/client.ts";
import type { TwilioNumber } from "#lib/twilio/client.ts";
import { credentialsOf } from "#lib/twilio/credentials.ts";
import { keepPool } from "./pool.ts";
import { poolEvent } from "./pool-event.ts";
import { PoolRead } from "./schemas.ts";

const SYSTEM = { kind: "system", name: "SMS numbers" } as const;

/** Asks Twilio now. That it can not be asked, or does not accept the token any more, is an answer too, and kept (TWILIO-09). */
export const refreshSmsNumbers = operation({
  name: "sms-numbers.refresh",
  summary: "Read the SMS numbers of the account's Twilio again",
  permission: MAY_CONFIGURE,
  integration: { key: "twilio" },
  scope: "account",
  kind: "write",
  input: z.object({}),
  output: PoolRead,
  http: { method: "POST", path: "/accounts/{accountId}/sms-numbers/refresh" },
  async run({ account, db, emit, now }) {
    const stored = await takeStored(db, account.id, "twilio");
    return keepAnswer({ db, emit, accountId: account.id, now }, stored, await askTwilio(account.id, stored));
  },
});

/** The job that has every account with Twilio asked. */
export async function refreshAllSmsNumbers(): Promise<void> {
  const { prisma } = database();
  const accounts = await prisma.$queryRaw<{ accountId: string }[]>`
    select i.account_id::text as "accountId" from integrations i join accounts a on a.id = i.account_id and a.status = 'active'
     where i.key = 'twilio' and i.status = 'on' and i.removal is null`;
  await jobWriter(prisma)("sms-numbers.refresh", accounts);
}

/** The job for one account. Twilio is asked outside of any transaction; when its settings have changed meanwhile, the answer is of no use. */
export async function refreshSmsNumbersOf({ accountId }: JobPayload<"sms-numbers.refresh">): Promise<void> {
  const { prisma } = database();
  const asked = await twilioOf(prisma, accountId);
  if (!asked) return;
  const answer = await askTwilio(accountId, asked);
  const now = new Date();
  await prisma.$transaction(async (db) => {
    const stored = await twilioOf(db, accountId);
    if (stored?.version !== asked.version) return;
    const { emit } = eventWriter(db, { operation: "sms-numbers.refresh", accountId, actor: SYSTEM, correlationId: randomUUID(), now });
    await keepAnswer({ db, emit, accountId, now }, stored, answer);
  });
}

async function twilioOf(db: Db, accountId: string): Promise<StoredIntegration | undefined> {
  return (await readStored(db, accountId)).find(({ key, status, removal }) => key === "twilio" && status === "on" && !removal);
}

type Answer = { numbers: TwilioNumber[] } | { problem: string };

async function askTwilio(accountId: string, { settings }: StoredIntegration): Promise<Answer> {
  try {
    return { numbers: await readNumbers(credentialsOf(accountId, settings)) };
  } catch (error) {
    if (error instanceof TwilioError) return { problem: error.message };
    throw error;
  }
}

/** The pool stays as it was read last when Twilio gave no list (INT-18). */
async function keepAnswer({ db, emit, accountId, now }: { db: Db; emit: Emit; accountId: string; now: Date }, stored: StoredIntegration, answer: Answer): Promise<PoolRead> {
  const problem = "problem" in answer ? answer.problem : "";
  const change = "numbers" in answer ? await keepPool(db, accountId, answer.numbers, now) : { added: [], gone: [], back: [] };
  const turned = problem === stored.problem ? [] : [{ action: "Edit" as const, asset: { kind: "integration" as const, id: "twilio", name: "Twilio" }, changes: [{ property: "problem", before: stored.problem, after: problem }] }];
  await emit([...turned, ...poolEvent(change)]);
  await db.integration.updateMany({ where: { accountId, key: "twilio" }, data: { problem, checkedAt: now } });
  await publish(db, { channel: "account", accountId, topic: "integrations" });
  return { problem, added: change.added.length + change.back.length, gone: change.gone.length };
}

import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { ANONYMOUS } from "#lib/operations/actor.ts";

/**
 * The job behind a request for a reset: a link to every registered user with the address (OP1-02). Apart from the request, so
 * that how long its answer takes does not tell whether there is one. The events are those of the request.
 */
export async function sendPasswordResets({ email, correlationId }: JobPayload<"password-resets.send">): Promise<void> {
  const now = new Date();
  await database().prisma.$transaction(async (db) => {
    for (const { accountId, id, name } of await resettable(db, email)) {
      const { emit } = eventWriter(db, { operation: "password-resets.request", accountId, actor: ANONYMOUS, correlationId, now });
      await queueMails({ db, enqueue: jobWriter(db), accountId }, [{ userId: id, recipient: email, kind: "password_reset" }]);
      await emit({ action: "Send", asset: { kind: "user", id, name }, details: { mail: "password_reset" } });
    }
  });
}

/** With Single Sign-On the identity provider resets passwords (USER-57), unless users have Mitel credentials beside it. */
const SINGLE_SIGN_ON = { key: "single_sign_on", status: "on" };
const RESETS_HERE = { OR: [{ integrations: { none: SINGLE_SIGN_ON } }, { integrations: { some: { ...SINGLE_SIGN_ON, settings: { path: ["mitelCredentials"], equals: true } } } }] };

function resettable(db: Db, email: string): Promise<{ accountId: string; id: string; name: string }[]> {
  return db.user.findMany({
    where: { email, disabledAt: null, registeredAt: { not: null }, credential: { isNot: null }, account: { status: "active", ...RESETS_HERE } },
    select: { accountId: true, id: true, name: true },
    take: 20,
  });
}

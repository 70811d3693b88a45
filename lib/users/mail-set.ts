import type { UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import { startMailBatch } from "#lib/mail/mail-batch.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import type { SetAct, SetContext } from "./bulk-act.ts";

type Addressee = { id: string; name: string; email: string; origin: string; registered: boolean; has_password: boolean; is_inactive_at_source: boolean };

/** Sends a set of users the welcome mail. A user from another system whose account was deleted here gets it back with it (USER-87). */
export const welcomeSet: SetAct = async (context, userIds, bulkJobId) => {
  const users = await readAddressees(context.db, context.accountId, userIds);
  const outcomes = await mailSet(context, users, { kind: "welcome", bulkJobId, reasonAgainst: whyNoWelcome });
  const { db, accountId, now } = context;
  const mailed = outcomes.filter(({ outcome }) => outcome === "queued").map(({ userId }) => userId);
  await db.$executeRaw`
    update users set welcomed_at = ${now}, disabled_at = null
     where account_id = ${accountId}::uuid and id = any(${mailed}::uuid[])`;
  return outcomes;
};

/** Whom the directory has made inactive only the directory makes active again (SCIMAPI-18). */
function whyNoWelcome({ origin, is_inactive_at_source }: Addressee): string | null {
  if (origin === "miaccess") return "Signs in with MiAccess.";
  return is_inactive_at_source ? "Is inactive in the directory." : null;
}

/** Sends a set of users the mail with which they set a new password; who has none is left out and named (USER-55, USER-56). */
export const passwordResetSet: SetAct = async (context, userIds, bulkJobId) => {
  const users = await readAddressees(context.db, context.accountId, userIds);
  return mailSet(context, users, { kind: "password_reset", bulkJobId, reasonAgainst: whyNoPassword });
};

/** Sends a set of users the mail with which they register for Mitel Office and get to know it (GW-47). */
export const officeDeploymentSet: SetAct = async (context, userIds, bulkJobId) => {
  const users = await readAddressees(context.db, context.accountId, userIds);
  return mailSet(context, users, { kind: "office_deployment", bulkJobId, reasonAgainst: ({ registered }) => (registered ? "Has registered already." : null) });
};

function whyNoPassword({ origin, registered, has_password, is_inactive_at_source }: Addressee): string | null {
  if (origin === "miaccess") return "Signs in with MiAccess.";
  if (is_inactive_at_source) return "Is inactive in the directory.";
  if (!registered) return "Has not registered yet.";
  return has_password ? null : "Has no password here.";
}

type Mailing = { kind: "welcome" | "password_reset" | "office_deployment"; bulkJobId: string | undefined; reasonAgainst: (user: Addressee) => string | null };

async function mailSet({ db, emit, enqueue, accountId, actor }: SetContext, users: Addressee[], { kind, bulkJobId, reasonAgainst }: Mailing): Promise<UserOutcome[]> {
  const outcomes = users.map((user): UserOutcome => {
    const reason = reasonAgainst(user);
    return { userId: user.id, name: user.name, email: user.email, outcome: reason === null ? "queued" : "left_out", reason: reason ?? "" };
  });
  const mailed = outcomes.filter(({ outcome }) => outcome === "queued");
  if (mailed.length > 0) {
    const batch = bulkJobId ?? (await startMailBatch(db, { accountId, kind, total: mailed.length, actor }));
    await queueMails({ db, enqueue, accountId, bulkJobId: batch }, mailed.map(({ userId, email }) => ({ userId, recipient: email, kind })));
  }
  await emit(mailed.map(({ userId, name }) => ({ action: "Send", asset: { kind: "user", id: userId, name }, details: { mail: kind } })));
  return outcomes;
}

function readAddressees(db: Db, accountId: string, userIds: string[]): Promise<Addressee[]> {
  return db.$queryRaw<Addressee[]>`
    select u.id::text, u.name, u.email, u.origin, u.registered_at is not null as registered,
           exists (select 1 from credentials c where c.account_id = u.account_id and c.user_id = u.id) as has_password,
           u.disabled_at is not null and exists (select from scim_users s where s.account_id = u.account_id and s.user_id = u.id) as is_inactive_at_source
      from users u
     where u.account_id = ${accountId}::uuid and u.id = any(${userIds}::uuid[])
     order by u.name_key, u.id`;
}

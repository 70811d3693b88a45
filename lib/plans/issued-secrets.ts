/** The passwords that runs gave to the systems, for the mail that hands them over. They are derived anew; nothing of them is stored. */
import type { Db } from "#lib/db/client.ts";
import { clientPassword, voicemailPasscode } from "./execute-step.ts";
import { secretRulesOf } from "./secret-rules.ts";
import { stepKey } from "./step-secrets.ts";

export type IssuedSecrets = { clientPassword: string | null; passcode: string | null };

const NONE: IssuedSecrets = { clientPassword: null, passcode: null };

type CreatingStep = { user_id: string; kind: "micollab.client_account" | "mivb.voicemail"; run_id: string; position: number; plan_id: string; number: string };

/**
 * What was given to each of these users by the run that made the client account and the mailbox they have now.
 * @returns null for what the user does not have, has by another hand than the portal's, or got of a template that was changed since
 */
export async function issuedSecrets(db: Db, accountId: string, userIds: readonly string[]): Promise<Map<string, IssuedSecrets>> {
  const steps = await db.$queryRaw<CreatingStep[]>`
    select distinct on (r.user_id, p.kind) r.user_id::text, p.kind, p.run_id::text, p.position, r.plan_id::text, r.number
      from provisioning_runs r
      join provisioning_steps p on p.account_id = r.account_id and p.run_id = r.id
      join provisioning_plans l on l.account_id = r.account_id and l.id = r.plan_id
      left join templates t on t.account_id = l.account_id and t.id = l.template_id
      join services s on s.account_id = r.account_id and s.user_id = r.user_id and s.element_id = p.element_id and s.kind = p.kind and s.key = p.key
     where r.account_id = ${accountId}::uuid and r.user_id = any(${userIds}::uuid[])
       and p.kind in ('micollab.client_account', 'mivb.voicemail') and p.action = 'create' and p.status = 'done'
       and (t.modified_at is null or t.modified_at <= p.done_at)
     order by r.user_id, p.kind, p.done_at desc`;
  const issued = new Map<string, IssuedSecrets>();
  for (const { user_id: userId, kind, run_id: runId, position, plan_id: planId, number } of steps) {
    const rules = await secretRulesOf(accountId, planId);
    const key = stepKey(runId, position);
    const given = kind === "mivb.voicemail" ? { passcode: voicemailPasscode(key, number, rules) } : { clientPassword: clientPassword(key, number, rules) };
    issued.set(userId, { ...(issued.get(userId) ?? NONE), ...given });
  }
  return issued;
}

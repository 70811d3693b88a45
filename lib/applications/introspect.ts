import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { hashToken } from "#lib/crypto/token.ts";
import { operation } from "#lib/operations/operation.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { billingPeriodOf, workflowLimits } from "#lib/products/workflow-studio.ts";
import { Introspection, IntrospectInput } from "./schemas.ts";
import type { ApplicationKey } from "./schemas.ts";

type Visit = { user_id: string; email: string; name: string; account_id: string; account_name: string; expires_at: Date };

/** Tells an application whether a token still stands for somebody who may use it (RFC 7662); looked at anew every time, so that access ends with what it rests on (WFS-19). */
export const introspectToken = operation({
  name: "applications.introspect",
  summary: "Tell an application for whom a token stands",
  permission: [],
  scope: "public",
  kind: "read",
  input: IntrospectInput,
  output: Introspection,
  http: null,
  run: ({ db, now }, { application, token }) => introspected(db, application, token, now),
});

/** What a token of an application stands for now. */
export async function introspected(db: Db, application: ApplicationKey, token: string, now: Date): Promise<Introspection> {
  const [visit] = await readRows<Visit>(db, Prisma.sql`
    select v.user_id::text, u.email, u.name, v.account_id::text, a.name as account_name, v.expires_at
      from application_visits v
      join users u on u.account_id = v.account_id and u.id = v.user_id and u.disabled_at is null
      join accounts a on a.id = v.account_id and a.status = 'active'
      join integrations i on i.account_id = v.account_id and i.key = v.application and i.status = 'on' and i.removal is null
     where v.token_hash = ${hashToken(token)} and v.application = ${application} and v.expires_at > ${now}::timestamptz
       and (v.application <> 'miteam_meetings'
         or exists (select from licenses l where l.account_id = v.account_id and l.user_id = v.user_id and l.product = 'miteam_meetings' and l.plan is not null))`);
  if (!visit) return { active: false };
  const { user_id: sub, email, name, account_id: accountId, account_name: accountName, expires_at: expiresAt } = visit;
  return {
    active: true,
    client_id: application,
    sub,
    username: email,
    name,
    exp: Math.floor(expiresAt.getTime() / 1_000),
    account: { id: accountId, name: accountName },
    ...(application === "mitel_workflow_studio" && { entitlement: await executionsOf(db, accountId, now) }),
  };
}

async function executionsOf(db: Db, accountId: string, now: Date) {
  const today = dayOf(now);
  return { ...billingPeriodOf(today), executions: workflowLimits(await readEntitlement(db, accountId, today)) };
}

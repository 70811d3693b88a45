import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { ORDER_TABLES, ordersOf } from "#lib/orders/order-view.ts";
import { isAssignableOn, isExpiringOn, isRunningOn } from "#lib/orders/status-sql.ts";
import { dayOf } from "#lib/orders/status.ts";
import { may } from "#lib/permissions/grants.ts";
import { SKU_ROWS } from "#lib/products/skus.ts";
import { ATTENTION_SHOWN, PartnerDashboard } from "./schemas.ts";

// Each of them reads only rows that need attention, by indexes that hold nothing else. A user stands at "failed" while the
// last run failed; one that was retried or replaced since is history.
const needingAttention = (today: string) => Prisma.sql`
  failed as (
    select u.account_id, count(*)::int as runs,
           coalesce(max((select max(r.finished_at) from provisioning_runs r
                          where r.account_id = u.account_id and r.user_id = u.id and r.status = 'failed')), max(u.modified_at)) as noticed_at
      from users u join mine m on m.id = u.account_id and m.status = 'active'
     where u.services_state = 'failed'
     group by u.account_id
  ),
  silent as (
    select e.account_id, array_agg(e.name order by e.name) as names, max(e.checked_at) as noticed_at
      from network_elements e join mine m on m.id = e.account_id and m.status = 'active'
     where e.status <> 'connected'
     group by e.account_id
  ),
  differing as (
    select d.account_id, count(*)::int as things, max(d.detected_at) as noticed_at
      from drifts d join mine m on m.id = d.account_id and m.status = 'active'
     where d.status = 'open'
     group by d.account_id
  ),
  lacking as (
    select m.id as account_id, count(distinct k.product)::int as products, max(o.assigned_at) as noticed_at
      from orders o join mine m on m.id = o.assigned_account_id and m.status = 'active'
      join order_lines l on l.account_id = o.account_id and l.order_id = o.id
      join json_to_recordset(${SKU_ROWS}::json) as k (sku text, product text, integration text) on k.sku = l.sku
     where ${isRunningOn(today)}
       and not exists (select from integrations i where i.account_id = m.id and i.key = k.integration and i.status <> 'off')
     group by m.id
  ),
  needing as (
    select m.id, m.name, m.name_key, m.user_count, coalesce(f.runs, 0) as runs, coalesce(s.names, '{}') as names, coalesce(d.things, 0) as things,
           coalesce(k.products, 0) as lacking, greatest(f.noticed_at, s.noticed_at, d.noticed_at, k.noticed_at) as noticed_at
      from mine m
      left join failed f on f.account_id = m.id
      left join silent s on s.account_id = m.id
      left join differing d on d.account_id = m.id
      left join lacking k on k.account_id = m.id
     where coalesce(f.account_id, s.account_id, d.account_id, k.account_id) is not null
  )`;

const SHOWN = Prisma.sql`
  select coalesce(json_agg(json_build_object('accountId', n.id, 'name', n.name, 'userCount', n.user_count, 'failedRuns', n.runs, 'elements', n.names,
           'differences', n.things, 'missingIntegrations', n.lacking, 'noticedAt', to_char(n.noticed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
    from (select * from needing order by runs > 0 desc, noticed_at desc, name_key limit ${ATTENTION_SHOWN}) as n`;

const ordersFigures = (partner: Person, today: string) => Prisma.sql`
  (select json_build_object('toAssign', count(*) filter (where ${isAssignableOn(today)}), 'expiring', count(*) filter (where ${isExpiringOn(today)}))
     from ${ORDER_TABLES} where ${Prisma.join(ordersOf(partner), " and ")})`;

/** The partner's dashboard in one query: figures of all active customer accounts, and those that need attention (DASH-01, DASH-05). */
export const getPartnerDashboard = operation({
  name: "dashboard.get-of-partner",
  summary: "The figures of the partner's customer accounts",
  permission: [{ feature: "accounts", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({}),
  output: PartnerDashboard,
  http: { method: "GET", path: "/dashboard" },
  async run({ actor, db, now }) {
    const today = dayOf(now);
    const [figures] = await db.$queryRaw<[PartnerDashboard]>`
      with mine as (
        select a.id, a.name, a.name_key, a.user_count, a.status, a.created_at from accounts a where ${customersOf(actor)}
      ), ${needingAttention(today)}
      select count(*) filter (where status = 'active')::int as accounts,
             count(*) filter (where status = 'active' and created_at >= date_trunc('month', now(), ${actor.timeZone}))::int as "accountsThisMonth",
             count(*) filter (where status = 'deactivated')::int as "deactivatedAccounts",
             coalesce(sum(user_count) filter (where status = 'active'), 0)::int as users,
             (select coalesce(sum(runs), 0)::int from failed) as "failedRuns",
             (select coalesce(sum(cardinality(names)), 0)::int from silent) as "elementsNotReachable",
             ${may(actor, "orders", "view") ? ordersFigures(actor, today) : Prisma.sql`null`} as orders,
             (select count(*)::int from needing) as "attentionCount",
             (${SHOWN}) as attention
        from mine`;
    return figures;
  },
});

import { z } from "zod";
import { COUNT_CAP } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { AccountDashboard } from "./schemas.ts";

type Figures = Omit<AccountDashboard, "needingAttentionIsExact" | "steps"> & { ownTemplate: boolean; users: number };

/** The dashboard of an account in one query: kept counts, counts up to a cap, and what has been set up so far (DASH-01, DASH-05, LOGIN-16). */
export const getAccountDashboard = operation({
  name: "dashboard.get-of-account",
  summary: "The figures of an account",
  permission: [{ feature: "account", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: AccountDashboard,
  http: { method: "GET", path: "/accounts/{accountId}/dashboard" },
  async run({ account, db }) {
    const [figures] = await db.$queryRaw<[Figures]>`
      select a.user_count as users, a.registered_count as registered,
             (select count(*)::int from (select from users where account_id = a.id and services_state in ('failed', 'differs') limit ${COUNT_CAP + 1}) as needing)
               as "needingAttention",
             exists (select from services where account_id = a.id) as "withServices",
             (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'name', e.name, 'status', e.status,
                     'checkedAt', to_char(e.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                     order by array_position(array['mivb', 'mbg', 'micollab', 'micc'], e.kind)), '[]')
                from network_elements e where e.account_id = a.id) as elements,
             (select count(*)::int from (select from drifts where account_id = a.id and status = 'open' limit ${COUNT_CAP}) as open) as differences,
             exists (select from templates where account_id = a.id and not is_default) as "ownTemplate"
        from accounts a
       where a.id = ${account.id}::uuid`;
    const { ownTemplate, ...shown } = figures;
    return {
      ...shown,
      needingAttention: Math.min(shown.needingAttention, COUNT_CAP),
      needingAttentionIsExact: shown.needingAttention <= COUNT_CAP,
      steps: {
        networkElements: shown.elements.length > 0,
        template: ownTemplate,
        // The first user of an account is its administrator, who was there before any import.
        users: shown.users > 1,
        services: shown.withServices,
      },
    };
  },
});

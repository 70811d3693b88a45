import { operation } from "#lib/operations/operation.ts";
import { FindNumberHoldersInput, NumberHolders } from "./schemas.ts";
import type { NumberHolder } from "./schemas.ts";

/** More holders than these are no conflict that is solved one by one. */
const SHOWN = 20;

/** Users of an account who hold a number, of whatever kind and whether they are active or not: an inactive user keeps its numbers (CONFLICT-05, CONFLICT-06). */
export const findNumberHolders = operation({
  name: "users.find-number-holders",
  summary: "Users of an account who hold a phone number",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindNumberHoldersInput,
  output: NumberHolders,
  http: { method: "GET", path: "/accounts/{accountId}/users/number-holders" },
  async run({ account, db }, { number }) {
    const wanted = number.replaceAll(/[^\d+]/g, "");
    const items = await db.$queryRaw<NumberHolder[]>`
      select u.id::text as "userId", u.name, coalesce(d.attributes ->> 'userName', u.email) as username, case when u.disabled_at is null then 'ACTIVE' else 'INACTIVE' end as status, held.phone, held.kind
        from users u
        left join scim_users d on d.account_id = u.account_id and d.user_id = u.id
        cross join lateral (
          select phone, kind
            from (select u.extension, 'extension', 1
                  union all select u.mobile_number, 'mobile', 2
                  union all select p ->> 'value', lower(p ->> 'type'), 2 from jsonb_array_elements(d.attributes -> 'phoneNumbers') p
                  union all select s.number, 'service', 3 from services s where s.account_id = u.account_id and s.user_id = u.id and s.number = ${wanted}) as numbers (phone, kind, place)
           where regexp_replace(phone, '[^0-9+]', '', 'g') = ${wanted}
           order by place
           limit 1) held
       where u.account_id = ${account.id}::uuid
       order by u.name_key, u.id
       limit ${SHOWN}`;
    return { items };
  },
});

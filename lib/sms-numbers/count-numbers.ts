import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import type { UserSelection } from "#lib/users/schemas.ts";
import { selectionConditions } from "#lib/users/user-filter.ts";
import { CountNumbersInput, NumbersOfSelection } from "./schemas.ts";

/** How many users a selection means and how many numbers there are for them. One query. */
export async function countFor({ account, db }: Pick<OperationContext<"account">, "account" | "db">, selection: UserSelection): Promise<NumbersOfSelection> {
  const [row] = await readRows<NumbersOfSelection>(db, Prisma.sql`
    with chosen as (select u.id, u.sms_number from users u where ${Prisma.join(selectionConditions(account.id, selection), " and ")}),
         pool as (select n.number from sms_numbers n where n.account_id = ${account.id}::uuid and n.gone_at is null and not n.micollab)
    select (select count(*)::int from chosen) as users,
           (select count(*)::int from chosen where sms_number is not null) as held,
           (select count(*)::int from pool p where not exists (select 1 from users u where u.account_id = ${account.id}::uuid and u.sms_number = p.number)
               or exists (select 1 from chosen c where c.sms_number = p.number)) as available`);
  return row!;
}

/** What the pop-up "Assign SMS Numbers" begins with (USER-78, USER-80). */
export const countNumbers = operation({
  name: "sms-numbers.count",
  summary: "SMS numbers that there are for some users of an account",
  permission: [{ feature: "users", action: "edit" }],
  integration: { key: "twilio", feature: "user_numbers" },
  scope: "account",
  kind: "read",
  input: CountNumbersInput,
  output: NumbersOfSelection,
  http: { method: "POST", path: "/accounts/{accountId}/sms-numbers/count" },
  run: (context, { selection }) => countFor(context, selection),
});

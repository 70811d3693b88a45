import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { FindSmsNumbersInput, SmsNumberPage } from "./schemas.ts";
import type { NumberState, SmsNumberView } from "./schemas.ts";

const TABLES = Prisma.sql`sms_numbers n left join users u on u.account_id = n.account_id and u.sms_number = n.number`;

/** The state of a number `n` with its user `u`; a number that is gone is that first. */
export const STATE = Prisma.sql`case when n.gone_at is not null then 'gone' when n.micollab then 'micollab' when u.id is not null then 'user' else 'free' end`;

export type SmsNumberRow = Omit<SmsNumberView, "addedAt"> & { addedAt: Date };

/** The SMS numbers that an account has, and who has them. */
export const findSmsNumbers = operation({
  name: "sms-numbers.find",
  summary: "List the SMS numbers of the account's Twilio",
  permission: [{ feature: "integrations", action: "view" }],
  integration: { key: "twilio" },
  scope: "account",
  kind: "read",
  input: FindSmsNumbersInput,
  output: SmsNumberPage,
  http: { method: "GET", path: "/accounts/{accountId}/sms-numbers" },
  async run(context, { size, after, before, ...asked }) {
    const request = smsNumberRequest(context, asked);
    const [page, total] = await Promise.all([findPage<SmsNumberRow>(context.db, { ...request, size, after, before }), countUpToCap(context.db, TABLES, request.where)]);
    return toListPage(page, total, toSmsNumberView);
  },
});

/** The numbers that a search and a filter mean; who has them is told to those who may see users. */
export function smsNumberRequest({ account, actor }: Pick<OperationContext<"account">, "account" | "actor">, { search, state, sort }: { search?: string | undefined; state?: NumberState | undefined; sort: string }): ListRequest {
  const seesUsers = may(actor, "users", "view");
  const where = [Prisma.sql`n.account_id = ${account.id}::uuid`];
  if (search) where.push(numberCondition(search));
  if (state) where.push(Prisma.sql`${STATE} = ${state}`);
  return {
    select: Prisma.sql`n.id::text, n.number, n.friendly_name as "friendlyName", ${STATE} as state, ${seesUsers ? Prisma.sql`u.id::text` : Prisma.sql`null`} as "userId",
      ${seesUsers ? Prisma.sql`u.name` : Prisma.sql`null`} as "userName", n.added_at as "addedAt"`,
    from: TABLES,
    where,
    sort: { expression: Prisma.sql`n.number collate "C"`, type: "text" },
    descending: sort.startsWith("-"),
    id: Prisma.sql`n.id`,
  };
}

/** Part of a number, however it is spaced, or of what it is called at Twilio. */
export function numberCondition(search: string): Prisma.Sql {
  const byName = Prisma.sql`lower(n.friendly_name) like ${containsPattern(search)}`;
  const digits = search.replaceAll(/\D/g, "");
  return digits === "" ? byName : Prisma.sql`(n.number like ${`%${digits}%`} or ${byName})`;
}

/** A row of the list. */
export function toSmsNumberView({ addedAt, ...row }: SmsNumberRow): SmsNumberView {
  return { ...row, addedAt: addedAt.toISOString() };
}

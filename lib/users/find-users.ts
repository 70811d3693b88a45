import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { COUNT_CAP, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, PageRequest, Sort } from "#lib/lists/find-page.ts";
import type { AccountInView } from "#lib/operations/actor.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindUsersInput, LICENSED_PRODUCTS, UserPage } from "./schemas.ts";
import type { LicensedProduct, UserFigures, UserFilter } from "./schemas.ts";
import { filterConditions, userConditions } from "./user-filter.ts";
import { HAS_MITEL_CX_ONLY, toUserView, USER_COLUMNS, USER_TABLES } from "./user-view.ts";
import type { UserRow } from "./user-view.ts";

const SORTS: Record<string, Sort> = {
  name: { expression: Prisma.sql`u.name_key`, type: "text" },
  email: { expression: Prisma.sql`u.email collate "C"`, type: "text" },
  extension: { expression: Prisma.sql`u.extension_key`, type: "text" },
  modified: { expression: Prisma.sql`u.modified_at`, type: "timestamptz" },
};

/** Up to here the hits of a search are gathered by the text index and then sorted; beyond it, walking the sort index is quicker. */
const GATHER_CAP = 1_000;
const ATTENTION_CAP = 1_000;

/** The list of users of an account: search, filters, sort, page by key (USER-03 to USER-12, USER-28 to USER-38). Two queries at the same time. */
export const findUsers = operation({
  name: "users.find",
  summary: "List the users of an account",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindUsersInput,
  output: UserPage,
  http: { method: "GET", path: "/accounts/{accountId}/users" },
  async run({ account, db }, input) {
    const { size, after, before } = input;
    const base = { ...usersInOrder(input.sort), size, after, before };
    if (input.search) return searchPage(db, account, input, base);
    const where = filterConditions(account.id, input);
    const [page, counted] = await Promise.all([
      findPage<UserRow>(db, { ...base, where }),
      // The total of the whole account is kept, not counted; a filtered one is counted up to a cap.
      readFigures<number | null>(db, account, isWholeAccount(input) ? NOTHING_MORE : countUpTo(COUNT_CAP, where)),
    ]);
    const total = counted.asked === null ? { total: account.userCount, totalIsExact: true } : capped(counted.asked, COUNT_CAP);
    return { ...toListPage(page, total, toUserView), figures: counted.figures };
  },
});

/** The users in an order; the conditions are still to be given. */
export function usersInOrder(sort: FindUsersInput["sort"]): Omit<ListRequest, "where"> {
  return {
    select: USER_COLUMNS,
    from: USER_TABLES,
    sort: SORTS[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`u.id`,
  };
}

function isWholeAccount({ property, services, importId, product, smsNumber }: UserFilter): boolean {
  return (property === undefined || property === "users") && !services && !importId && !product && smsNumber === undefined;
}

/**
 * A search. The planner would walk the name index and test every user, so that a rare text costs the whole account;
 * the hits are therefore gathered by the text index first, and only a text with very many hits walks the sort index.
 */
async function searchPage(db: Db, account: AccountInView, filter: UserFilter, base: Omit<PageRequest, "where">): Promise<UserPage> {
  const where = userConditions(account.id, filter);
  const gathered = Prisma.sql`(select id, count(*) over ()::int as hits from (select u.id from users u where ${Prisma.join(where, " and ")} limit ${GATHER_CAP + 1}) as found) as h`;
  const [page, { figures }] = await Promise.all([
    findPage<UserRow & { hits: number }>(db, {
      ...base,
      select: Prisma.sql`${base.select}, h.hits`,
      from: Prisma.sql`${gathered} join ${base.from} on u.account_id = ${account.id}::uuid and u.id = h.id`,
      where: [Prisma.sql`true`],
    }),
    readFigures(db, account, NOTHING_MORE),
  ]);
  // Beyond the last hit there is no row to tell how many there are.
  const hits = page.rows[0]?.hits ?? (await readFigures<number>(db, account, countUpTo(GATHER_CAP, where))).asked;
  const total = capped(hits, GATHER_CAP);
  return { ...toListPage(total.totalIsExact ? page : await findPage<UserRow>(db, { ...base, where }), total, toUserView), figures };
}

function countUpTo(cap: number, where: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(select count(*)::int from (select 1 from users u where ${Prisma.join(where, " and ")} limit ${cap + 1}) as matches)`;
}

function capped(count: number, cap: number): { total: number; totalIsExact: boolean } {
  return { total: Math.min(count, cap), totalIsExact: count <= cap };
}

const NOTHING_MORE = Prisma.sql`null`;

const LICENSED = Prisma.sql`
  array(select c.product from license_counts c where c.account_id = a.id and c.assigned > 0
        union
        select 'mivoice_business' where exists (
          select from service_roles r join templates t on t.account_id = r.account_id and t.id = r.template_id and t.ucc_bundle is not null
                 join users u on u.account_id = r.account_id and u.service_role_id = r.id where r.account_id = a.id and not ${HAS_MITEL_CX_ONLY}))`;

/** The figures of the account, with one more thing asked of the database on the same way. */
async function readFigures<T>(db: Db, account: AccountInView, asking: Prisma.Sql): Promise<{ figures: UserFigures; asked: T }> {
  const attention = filterConditions(account.id, { services: "attention" });
  const [row] = await readRows<{ registered: number; attention: number; products: LicensedProduct[]; asked: T }>(
    db,
    Prisma.sql`
    select a.registered_count as registered, ${countUpTo(ATTENTION_CAP, attention)} as attention, ${LICENSED} as products, ${asking} as asked
      from accounts a where a.id = ${account.id}::uuid`,
  );
  if (!row) throw notFound("The account");
  const { total: attentionCount, totalIsExact: attentionIsExact } = capped(row.attention, ATTENTION_CAP);
  return { figures: { users: account.userCount, registered: row.registered, attention: attentionCount, attentionIsExact, products: LICENSED_PRODUCTS.filter((product) => row.products.includes(product)) }, asked: row.asked };
}

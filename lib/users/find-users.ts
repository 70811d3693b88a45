import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { PageRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindUsersInput, UserPage } from "./schemas.ts";
import type { UserFilter } from "./schemas.ts";
import { filterConditions, userConditions } from "./user-filter.ts";
import { toUserView, USER_COLUMNS } from "./user-view.ts";
import type { UserRow } from "./user-view.ts";

export const USER_SORT: Record<string, Sort> = {
  name: { expression: Prisma.sql`u.name_key`, type: "text" },
  email: { expression: Prisma.sql`u.email collate "C"`, type: "text" },
  extension: { expression: Prisma.sql`u.extension_key`, type: "text" },
  modified: { expression: Prisma.sql`u.modified_at`, type: "timestamptz" },
};

const FROM = Prisma.sql`users u left join service_roles r on r.account_id = u.account_id and r.id = u.service_role_id`;
const USERS_ONLY = Prisma.sql`users u`;

/** Up to here the hits of a search are gathered by the text index and then sorted; beyond it, walking the sort index is quicker. */
const GATHER_CAP = 1_000;

/** The list of users of an account: search, filters, sort, page by key (USER-03 to USER-12, USER-28 to USER-38). */
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
    const base = {
      select: USER_COLUMNS,
      from: FROM,
      sort: USER_SORT[input.sort.replace("-", "")]!,
      descending: input.sort.startsWith("-"),
      id: Prisma.sql`u.id`,
      size: input.size,
      after: input.after,
      before: input.before,
    };
    if (input.search) return searchPage(db, account.id, input, base);
    const where = filterConditions(account.id, input);
    // The total of the whole account is kept, not counted; a filtered one is counted up to a cap.
    const total = isWholeAccount(input) ? { total: account.userCount, totalIsExact: true } : countUpToCap(db, USERS_ONLY, where);
    const page = await findPage<UserRow>(db, { ...base, where });
    return toListPage(page, await total, toUserView);
  },
});

function isWholeAccount({ property, services, importId }: UserFilter): boolean {
  return (property === undefined || property === "users") && !services && !importId;
}

/**
 * A search. The planner would walk the name index and test every user, so that a rare text costs the whole account;
 * the hits are therefore gathered by the text index first, and only a text with very many hits walks the sort index.
 */
async function searchPage(db: Db, accountId: string, filter: UserFilter, base: Omit<PageRequest, "where">): Promise<UserPage> {
  const where = userConditions(accountId, filter);
  const hits = await db.$queryRaw<{ id: string }[]>`
    select u.id::text from users u where ${Prisma.join(where, " and ")} limit ${GATHER_CAP + 1}`;
  if (hits.length > GATHER_CAP) {
    return toListPage(await findPage<UserRow>(db, { ...base, where }), { total: GATHER_CAP, totalIsExact: false }, toUserView);
  }
  const gathered = [Prisma.sql`u.account_id = ${accountId}::uuid`, Prisma.sql`u.id = any(${hits.map((hit) => hit.id)}::uuid[])`];
  const page = await findPage<UserRow>(db, { ...base, where: gathered });
  return toListPage(page, { total: hits.length, totalIsExact: true }, toUserView);
}

import { Prisma } from "#lib/db/generated/client.ts";
import { exportOf } from "#lib/lists/export-list.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindPbxUsersInput, PbxUserPage } from "./schemas.ts";
import type { PbxUserView } from "./schemas.ts";

const SORT: Record<string, Sort> = {
  name: { expression: Prisma.sql`p.name`, type: "text" },
  extension: { expression: Prisma.sql`p.extension`, type: "text" },
  email: { expression: Prisma.sql`p.email`, type: "text" },
};

/** The users of the PBX as it delivered them last; those without an address, or those who share one (GW-35). */
export const findPbxUsers = operation({
  name: "gateways.find-pbx-users",
  summary: "List the users of the PBX behind the CloudLink gateway",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindPbxUsersInput,
  output: PbxUserPage,
  http: { method: "GET", path: "/accounts/{accountId}/gateway/pbx-users" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = pbxUserRequest(account.id, asked);
    const [rows, total] = await Promise.all([findPage<PbxUserView>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, (row) => row);
  },
});

function pbxUserRequest(accountId: string, { email, search, sort }: Pick<FindPbxUsersInput, "email" | "search" | "sort">): ListRequest {
  const where = [Prisma.sql`p.account_id = ${accountId}::uuid`];
  if (email === "missing") where.push(Prisma.sql`p.email = ''`);
  if (email === "shared") where.push(Prisma.sql`p.shared`);
  if (search) where.push(Prisma.sql`lower(p.name || ' ' || p.extension || ' ' || p.email) like ${containsPattern(search)}`);
  return {
    select: Prisma.sql`p.id::text, p.name, p.extension, p.email, p.user_id is not null as imported`,
    from: Prisma.sql`pbx_users p`,
    where,
    sort: SORT[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`p.id`,
  };
}

export const exportPbxUsers = exportOf(findPbxUsers, {
  name: "gateways.export-pbx-users",
  summary: "The users of the PBX behind the CloudLink gateway as a csv or xlsx file",
  messages: "gateways.pbxUsers",
  columns: {
    name: ({ name }) => name,
    extension: ({ extension }) => extension,
    email: ({ email }) => email,
    imported: ({ imported }, { words }) => words(imported ? "yes" : "no"),
  },
  request: ({ account }, asked) => pbxUserRequest(account.id, asked),
  toView: (row: PbxUserView) => row,
});

import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { MemberChoices, WorkgroupList } from "./schemas.ts";
import type { WorkgroupView } from "./schemas.ts";

const WITH_MEMBERS = { members: { select: { user: { select: { id: true, name: true, email: true } } }, orderBy: { user: { name: "asc" } } } } as const;

const CHOICES = 20;

type Row = { id: string; name: string; description: string; version: number; modifiedAt: Date; modifiedBy: string; members: { user: WorkgroupView["members"][number] }[] };

function toView({ id, name, description, version, modifiedAt, modifiedBy, members }: Row): WorkgroupView {
  return { id, name, description, members: members.map(({ user }) => user), version, modifiedAt: modifiedAt.toISOString(), modifiedBy };
}

/**
 * Reads one workgroup of an account.
 * @throws OperationError not_found when the account has no such workgroup
 */
export async function readWorkgroup(db: Db, accountId: string, id: string): Promise<WorkgroupView> {
  const row = await db.workgroup.findUnique({ where: { accountId_id: { accountId, id } }, include: WITH_MEMBERS });
  if (!row) throw notFound("The workgroup");
  return toView(row);
}

/** The workgroups of an account, for Customer Care (WG-02, PERM-49). */
export const findWorkgroups = operation({
  name: "workgroups.find",
  summary: "List the workgroups of an account",
  permission: [{ feature: "customer_care", action: "view" }],
  integration: { key: "mitel_one_workgroups" },
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: WorkgroupList,
  http: { method: "GET", path: "/accounts/{accountId}/workgroups" },
  run: async ({ account, db }) => ({ items: (await db.workgroup.findMany({ where: { accountId: account.id }, include: WITH_MEMBERS, orderBy: [{ name: "asc" }, { id: "asc" }] })).map(toView) }),
});

/** Users to choose members from, by name or address: who may look after Customer Care may not see the list of users. */
export const findMemberChoices = operation({
  name: "workgroups.find-member-choices",
  summary: "Users of an account who can be members of a workgroup",
  permission: [{ feature: "customer_care", action: "view" }],
  integration: { key: "mitel_one_workgroups" },
  scope: "account",
  kind: "read",
  input: z.object({ search: z.string().trim().max(100).default("") }),
  output: MemberChoices,
  http: { method: "GET", path: "/accounts/{accountId}/workgroups/member-choices" },
  async run({ account, db }, { search }) {
    const items = await db.$queryRaw<WorkgroupView["members"]>`
      select id::text, name, email from users
       where account_id = ${account.id}::uuid and search_text like ${containsPattern(search)}
       order by name_key, id
       limit ${CHOICES}`;
    return { items };
  },
});

import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { conflict, forbidden, notFound } from "#lib/operations/errors.ts";
import type { Person } from "#lib/operations/actor.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { lockRole } from "./get-role.ts";
import { ChangeAssignmentInput } from "./schemas.ts";
import { accountsOfRole, placesFor } from "./find-role-accounts.ts";
import type { RoleAccountSelection, RoleView } from "./schemas.ts";

type NamedAccount = { id: string; name: string };

const Changed = z.object({ changed: z.number().int() });

/** Assigns a role to accounts, whose users can then be given it (ROLE-04, ROLE-29, ROLE-30). */
export const assignRole = operation({
  name: "roles.assign",
  summary: "Assign a custom role to accounts",
  permission: [{ feature: "roles", action: "edit" }],
  scope: "partner",
  kind: "write",
  input: ChangeAssignmentInput,
  output: Changed,
  http: { method: "POST", path: "/roles/{roleId}/assign" },
  async run({ actor, db, emit }, { roleId, accounts: selection }) {
    const role = await lockRole(db, actor, roleId);
    const accounts = await selectAccounts(db, actor, role, selection);
    // In one parameter, however many; those that have it already stay as they are.
    const added = await db.$queryRaw<{ id: string }[]>`
      insert into role_assignments (account_id, role_id, partner_id) select id, ${roleId}::uuid, ${actor.accountId}::uuid from unnest(${accounts.map(({ id }) => id)}::uuid[]) as id
      on conflict do nothing returning account_id::text as id`;
    return tell(emit, "Assign", role, accounts, added);
  },
});

/** Takes a role away from accounts in which nobody holds it (ROLE-31, OP1-61). */
export const unassignRole = operation({
  name: "roles.unassign",
  summary: "Unassign a custom role from accounts",
  permission: [{ feature: "roles", action: "edit" }],
  scope: "partner",
  kind: "write",
  input: ChangeAssignmentInput,
  output: Changed,
  http: { method: "POST", path: "/roles/{roleId}/unassign" },
  async run({ actor, db, emit }, { roleId, accounts: selection }) {
    const role = await lockRole(db, actor, roleId);
    const accounts = await selectAccounts(db, actor, role, selection);
    const ids = accounts.map(({ id }) => id);
    await assertNobodyHolds(db, role, "unassigned", ids);
    const taken = await db.$queryRaw<{ id: string }[]>`delete from role_assignments where account_id = any(${ids}::uuid[]) and role_id = ${roleId}::uuid returning account_id::text as id`;
    return tell(emit, "Unassign", role, accounts, taken);
  },
});

async function selectAccounts(db: Db, actor: Person, role: RoleView, selection: RoleAccountSelection): Promise<NamedAccount[]> {
  if (selection.mode === "some") return namedAccounts(db, actor, role, selection.ids);
  const where = accountsOfRole(actor, role, selection.filter);
  return db.$queryRaw`select a.id::text, a.name from accounts a where ${Prisma.join(where, " and ")} and a.id <> all(${selection.except}::uuid[]) order by a.name_key, a.id`;
}

async function namedAccounts(db: Db, actor: Person, role: RoleView, ids: string[]): Promise<NamedAccount[]> {
  const seen = await db.$queryRaw<(NamedAccount & { fits: boolean })[]>`
    select a.id::text, a.name, ${placesFor(actor, role)} as fits from accounts a
     where a.id = any(${ids}::uuid[]) and (a.id = ${actor.accountId}::uuid or ${customersOf(actor)}) order by a.name_key, a.id`;
  if (seen.length < new Set(ids).size) throw notFound("One of the accounts");
  if (seen.some(({ fits }) => !fits)) {
    throw forbidden(role.base === "partner" ? "A role of the type Partner can not be assigned to a customer account." : "A role of the type Account Admin can only be assigned to customer accounts.");
  }
  return seen;
}

/**
 * Nobody silently gains or loses rights: who holds the role is given another one first (OP1-61).
 * @param accountIds where it is to go; without them it goes everywhere
 * @throws OperationError conflict, with the number of holders
 */
export async function assertNobodyHolds(db: Db, role: RoleView, what: "deleted" | "unassigned", accountIds?: string[]): Promise<void> {
  const place = accountIds ? Prisma.sql`s.account_id = any(${accountIds}::uuid[])` : Prisma.sql`true`;
  const [{ holders }] = await db.$queryRaw<[{ holders: number }]>`
    select count(*)::int as holders from role_assignments s join users u on u.account_id = s.account_id and u.custom_role_id = s.role_id where s.role_id = ${role.id}::uuid and ${place}`;
  if (holders === 0) return;
  const who = holders === 1 ? "1 user holds" : `${holders} users hold`;
  throw conflict(`${who} the role "${role.name}", so it can not be ${what}. Give ${holders === 1 ? "that user" : "them"} another role first.`);
}

/** So many names of accounts stand in an event; of the others it tells the number. */
const NAMED = 50;

/** In the partner's history for the role, and in that of every account that it changed for whoever looks there. */
async function tell(emit: OperationContext["emit"], action: "Assign" | "Unassign", role: RoleView, accounts: readonly NamedAccount[], changed: readonly { id: string }[]): Promise<z.infer<typeof Changed>> {
  const ids = new Set(changed.map(({ id }) => id));
  const told = accounts.filter(({ id }) => ids.has(id));
  const asset = { kind: "role" as const, id: role.id, name: role.name };
  const inAccounts = role.base === "account_admin" ? told.map(({ id }) => ({ accountId: id, action, asset })) : [];
  await emit(told.length === 0 ? [] : [{ action, asset, details: { accounts: told.length, names: told.slice(0, NAMED).map(({ name }) => name) } }, ...inAccounts]);
  return { changed: told.length };
}

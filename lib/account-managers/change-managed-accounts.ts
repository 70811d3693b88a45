/** Assigning customer accounts to account managers, and taking them away. */
import type { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { publish } from "#lib/live/publish.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { readManagers, selectedAccounts } from "./account-shares.ts";
import { ChangeManagedAccountsInput, ManagedAccountsChange } from "./schemas.ts";

/** Gives accounts to managers; who has one already keeps it (AMGR-16, AMGR-17, AMGR-22 to AMGR-24). */
export const assignManagedAccounts = operation({
  name: "account-managers.assign",
  summary: "Assign accounts to account managers",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: ChangeManagedAccountsInput,
  output: ManagedAccountsChange,
  http: { method: "POST", path: "/account-managers/assign" },
  run: (context, input) =>
    change(context, input, "Assign", (db, partnerId, managerIds, accountIds) => db.$queryRaw`
      insert into managed_accounts (account_id, user_id, managed_account_id)
      select ${partnerId}::uuid, manager, account from unnest(${managerIds}::uuid[]) as manager cross join unnest(${accountIds}::uuid[]) as account
      on conflict do nothing returning user_id::text as "userId"`),
});

/** Takes accounts from the managers who have them (AMGR-25, AMGR-26). */
export const unassignManagedAccounts = operation({
  name: "account-managers.unassign",
  summary: "Unassign accounts from account managers",
  permission: [],
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: ChangeManagedAccountsInput,
  output: ManagedAccountsChange,
  http: { method: "POST", path: "/account-managers/unassign" },
  run: (context, input) =>
    change(context, input, "Unassign", (db, partnerId, managerIds, accountIds) => db.$queryRaw`
      delete from managed_accounts
       where account_id = ${partnerId}::uuid and user_id = any(${managerIds}::uuid[]) and managed_account_id = any(${accountIds}::uuid[])
      returning user_id::text as "userId"`),
});

/** Changes all of it in one statement, and gives a row for each account that came to or went from a manager. */
type Act = (db: Db, partnerId: string, managerIds: string[], accountIds: string[]) => Promise<{ userId: string }[]>;

/** So many names of accounts stand in an event; of the others it tells the number. */
const NAMED = 50;

async function change({ actor, db, emit, notify }: OperationContext<"partner">, { managerIds, accounts: selection }: z.output<typeof ChangeManagedAccountsInput>, action: "Assign" | "Unassign", act: Act): Promise<ManagedAccountsChange> {
  const managers = await readManagers(db, actor.accountId, managerIds, "lock");
  const accounts = await db.$queryRaw<{ id: string; name: string }[]>`
    select a.id::text, a.name from accounts a where ${Prisma.join(selectedAccounts(actor.accountId, managerIds, selection), " and ")} order by a.name_key, a.id`;
  if (accounts.length === 0 || (selection.mode === "some" && accounts.length < new Set(selection.ids).size)) throw notFound("One of the accounts");
  const changed = await act(db, actor.accountId, managers.map(({ id }) => id), accounts.map(({ id }) => id));
  const people = managers.map(({ id, name }) => ({ id, name, changed: changed.filter(({ userId }) => userId === id).length }));
  for (const { id } of people.filter((person) => person.changed > 0)) await publish(db, { channel: "access", accountId: actor.accountId, userId: id });
  const details = { accounts: accounts.length, names: accounts.slice(0, NAMED).map(({ name }) => name) };
  await emit(people.filter((person) => person.changed > 0).map(({ id, name }) => ({ action, asset: { kind: "user" as const, id, name }, details })));
  await notify({ to: actor, status: "completed", title: action === "Assign" ? "Accounts assigned" : "Accounts unassigned", body: [accounts.length === 1 ? accounts[0]!.name : `${accounts.length} accounts`, ...managers.map(({ name }) => name)].join(", "), link: `/account-managers/accounts?managers=${managerIds.join(",")}` });
  return { accounts: accounts.length, people: people.map(({ name, changed: count }) => ({ name, changed: count })) };
}

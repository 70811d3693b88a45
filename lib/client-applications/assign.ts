import { customersOf, ofCustomers } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import type { Person } from "#lib/operations/actor.ts";

type Named = { id: string; name: string };

/**
 * Assigns an application to these customer accounts and takes it from the others that the person sees.
 * @returns the events of what changed, each in its customer account
 * @throws OperationError invalid when one of them is not an account that the person sees
 */
export async function assign(db: Db, partner: Person, { id: applicationId, name }: Named, accountIds: readonly string[]): Promise<EventToWrite[]> {
  const accounts = await db.$queryRaw<(Named & { assigned: boolean })[]>`
    select a.id::text, a.name, exists (select from application_assignments s where s.account_id = a.id and s.application_id = ${applicationId}::uuid) as assigned
      from accounts a where ${customersOf(partner)}`;
  const wanted = new Set(accountIds);
  const known = new Set(accounts.map(({ id }) => id));
  if ([...wanted].some((id) => !known.has(id))) throw invalid("One of these accounts was not found.", "accountIds");
  const added = accounts.filter(({ id, assigned }) => wanted.has(id) && !assigned);
  const taken = accounts.filter(({ id, assigned }) => !wanted.has(id) && assigned);
  await db.applicationAssignment.createMany({ data: added.map(({ id }) => ({ accountId: id, applicationId, partnerId: partner.accountId })) });
  await db.applicationAssignment.deleteMany({ where: { applicationId, partnerId: partner.accountId, accountId: { in: taken.map(({ id }) => id) } } });
  const event = (account: Named, after: boolean): EventToWrite => ({
    accountId: account.id,
    action: "Assign",
    asset: { kind: "client_application", id: applicationId, name },
    changes: [{ property: "assigned", before: !after, after }],
  });
  return [...added.map((account) => event(account, true)), ...taken.map((account) => event(account, false))];
}

/**
 * Keeps an account manager from deciding over accounts that they do not see (AMGR-08).
 * @throws OperationError conflict when the application is assigned to one of those
 */
export async function assertUsedWithin(db: Db, partner: Person, { id, name }: Named, otherwise: string): Promise<void> {
  const [{ beyond }] = await db.$queryRaw<[{ beyond: boolean }]>`
    select exists (select from application_assignments s where s.partner_id = ${partner.accountId}::uuid and s.application_id = ${id}::uuid and not (${ofCustomers(partner, Prisma.sql`s`)})) as beyond`;
  if (beyond) throw conflict(`The application "${name}" is in use outside of your accounts, so ${otherwise}. An administrator can do that.`);
}

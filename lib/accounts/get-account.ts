import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { AccountView } from "./schemas.ts";
import { distinctContacts } from "./support-contacts.ts";

/** Reads an account with its support contacts. */
export async function readAccount(db: Db, accountId: string): Promise<AccountView> {
  const account = await db.account.findUnique({ where: { id: accountId }, include: { supportContacts: { select: { email: true, name: true } } } });
  if (!account) throw notFound("The account");
  const { partnerId: _, miAccessOrganisation: __, createdAt: ___, primePartner: ____, billingAccount: _____, supportContacts, ...shown } = account;
  return { ...shown, supportContacts: distinctContacts(supportContacts), kind: shown.kind as AccountView["kind"], status: shown.status as AccountView["status"], modifiedAt: shown.modifiedAt.toISOString() };
}

/** INFO-01 to INFO-11. */
export const getAccount = operation({
  name: "accounts.get",
  summary: "The information of an account",
  permission: [{ feature: "account", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: AccountView,
  http: { method: "GET", path: "/accounts/{accountId}" },
  run: ({ account, db }) => readAccount(db, account.id),
});

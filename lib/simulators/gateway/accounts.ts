/** The gateway portal's list of accounts: those that a gateway is registered for, and only while they are active (ACCT-25). */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { GatewayStore, ListedAccount } from "./store.ts";

const AccountBody = z.strictObject({ name: z.string().min(1).max(200), status: z.enum(["active", "deactivated"]) });

function change(store: GatewayStore, accountId: string, body: unknown): ListedAccount {
  const account = { accountId, ...parseBody(AccountBody, body) };
  if (!store.accounts.get(accountId)) throw notFound(`No gateway is registered for account ${accountId}.`);
  store.accounts.replace(accountId, account);
  return account;
}

/** The addresses of the list. */
export function accountRoutes(store: GatewayStore): Route[] {
  return [
    { method: "GET", path: "/api/v1/accounts", kind: "read", run: () => json(200, { items: store.accounts.all().filter(({ status }) => status === "active"), next: null }) },
    { method: "PUT", path: "/api/v1/accounts/{accountId}", kind: "write", run: ({ params, body }) => json(200, change(store, params.accountId!, body)) },
  ];
}

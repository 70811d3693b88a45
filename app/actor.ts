/** Who looks at a page. Resolved once per request, however many parts of the page ask. */
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { reactivationOf } from "#components/accounts/account-list.ts";
import { sessionTokenOf } from "#lib/auth/session-cookie.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { AccountInView, Person, Resolved } from "#lib/operations/actor.ts";
import { OperationError } from "#lib/operations/errors.ts";
import type { Declaration, Scope } from "#lib/operations/operation.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { getSignOutReason } from "#lib/sessions/get-sign-out-reason.ts";

const ACCOUNT_PATH = /^\/accounts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?]|$)/i;

/** One query however many parts of the page ask: the person, and the account that the page's address names. */
const resolve = cache(async (): Promise<Resolved> => {
  const sent = await headers();
  const sessionToken = await sessionTokenOf(sent.get("cookie"));
  return resolveActor({ sessionToken }, ACCOUNT_PATH.exec(sent.get("x-path") ?? "")?.[1] ?? null);
});

/**
 * The signed-in person and the account that the address names. Sends to sign-in when there is nobody, to "not found" when the
 * account is not theirs, and to its reactivation when it is deactivated (ACCT-16).
 */
export async function personAt(accountId: string | null): Promise<{ person: Person; account: AccountInView | null }> {
  const { actor, account } = await resolve();
  if (actor.kind !== "person") redirect(`/login?next=${encodeURIComponent((await headers()).get("x-path") ?? "/dashboard")}`);
  if (accountId === null) return { person: actor, account: null };
  if (account?.id !== accountId.toLowerCase()) notFound();
  if (account.status === "deactivated") redirect(reactivationOf(account.id));
  return { person: actor, account };
}

/** The signed-in person, or null: for the pages that somebody who is not signed in may see. */
export async function personOrNull(): Promise<Person | null> {
  const { actor } = await resolve();
  return actor.kind === "person" ? actor : null;
}

/** The account whose deactivation has signed this browser out, by its name; null when there is none (ACCT-14). */
export async function deactivatedAccount(): Promise<string | null> {
  const sessionToken = await sessionTokenOf((await headers()).get("cookie"));
  if (!sessionToken) return null;
  return (await runOperation(getSignOutReason, { resolved: NOBODY, input: { sessionToken } })).deactivatedAccount;
}

/**
 * Calls a read operation for a page. What the person may not see does not exist for them; an address that asks for what can not
 * be, as an old or a mistyped one may, leads to the same page as it is without being asked for anything.
 * @param accountId the account of an operation with scope "account", else null
 */
export async function read<S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  operation: Declaration<S, I, O>,
  accountId: string | null,
  input: unknown = {},
): Promise<z.output<O>> {
  await personAt(accountId);
  try {
    return await runOperation(operation, { resolved: await resolve(), input });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    if (error.code === "not_found" || error.code === "forbidden") notFound();
    const [path, query] = ((await headers()).get("x-path") ?? "").split("?");
    if (error.code === "invalid" && path && query) redirect(path);
    throw error;
  }
}

import type { AccountInView } from "#lib/operations/actor.ts";
import { notFound } from "#lib/operations/errors.ts";
import { hasEventHistory } from "./sources.ts";

/**
 * Refuses where an account has no event history (EVENT-02).
 * @throws OperationError not found
 */
export function requireHistory(account: AccountInView): void {
  if (!hasEventHistory(account)) throw notFound("The event history of this account");
}

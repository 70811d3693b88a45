import type { Person } from "#lib/operations/actor.ts";
import { forbidden } from "#lib/operations/errors.ts";
import { may } from "#lib/permissions/grants.ts";

type Reader = Pick<Person, "role" | "partner" | "grants">;

/**
 * Whether somebody sees the subscriptions of accounts: not of a Prime Partner's, and a Partner only with a billing account; the
 * customer's own Account Admin sees them without one (SUBS-10, SUBS-11, OP1-43). Pure.
 */
export function seesSubscriptions(reader: Reader): boolean {
  const { role, partner } = reader;
  return may(reader, "subscriptions", "view") && !partner.prime && (role !== "partner" || partner.billingAccount);
}

/** Whether "Add Order" is offered: to a Partner with a billing account, who may add subscriptions and see orders (SUBS-12, PERM-35, OP1-72). Pure. */
export function mayAddOrder(reader: Reader): boolean {
  return seesSubscriptions(reader) && reader.role === "partner" && may(reader, "subscriptions", "add") && may(reader, "orders", "view");
}

/** Refuses whoever has the permission and yet no such panel. */
export function assertSubscriptions(reader: Reader): void {
  if (!seesSubscriptions(reader)) throw forbidden(reader.partner.prime ? "Accounts of a Prime Partner have no subscriptions here." : "Subscriptions need a billing account of the partner.");
}

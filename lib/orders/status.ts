/** The state of an order, out of its dates and its account on a day. Pure; its twin for whole lists is status-sql.ts. */
import type { OrderStatus } from "./schemas.ts";

/** From so many days before its last one an order is expiring (OP1-39). */
export const EXPIRING_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Dates are calendar days, "2026-05-29". */
export type OrderDates = {
  /** First day of use; null while it is not activated. */
  startsOn: string | null;
  /** Last day of use; null when it does not expire. */
  expiresOn: string | null;
  cancelledOn: string | null;
};

/** The day of a moment by which orders begin and end everywhere: that of UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The one status that an order shows, in the precedence of OP1-40; null when there is nothing to say (ORDER-06 to ORDER-11). A cancelled order has expired. */
export function statusOf(order: OrderDates & { assigned: boolean }, today: string): OrderStatus | null {
  if (isPending(order, today)) return "pending_activation";
  if (isOver(order, today)) return "expired";
  if (order.expiresOn !== null && daysBetween(today, order.expiresOn) <= EXPIRING_DAYS) return "expiring_soon";
  if (!order.assigned) return "assign";
  return order.expiresOn === null ? "perpetual" : null;
}

/** Whether its licenses can be used on a day, once it is assigned. */
export function isRunning(order: OrderDates, today: string): boolean {
  return !isPending(order, today) && !isOver(order, today);
}

/** Whether it can be given to an account (ORDER-07, ORDER-08, OP1-40, OP1-41). */
export function isAssignable(order: OrderDates & { assigned: boolean }, today: string): boolean {
  return !order.assigned && isRunning(order, today);
}

function isPending({ startsOn, cancelledOn }: OrderDates, today: string): boolean {
  return cancelledOn === null && (startsOn === null || startsOn > today);
}

function isOver({ expiresOn, cancelledOn }: OrderDates, today: string): boolean {
  return cancelledOn !== null || (expiresOn !== null && expiresOn < today);
}

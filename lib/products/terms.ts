/** How long a subscription runs (safe for the browser). */
export const TERMS = ["none", "monthly", "12-month", "36-month", "60-month"] as const;
export type Term = (typeof TERMS)[number];

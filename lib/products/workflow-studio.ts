/** What a subscription of Workflow Studio lets flows do in a billing period (WFS-02 to WFS-06). Pure. */
import { entitledTo } from "./skus.ts";
import type { Entitlement } from "./skus.ts";

/** Flow executions that the base subscription includes, of each tier and per billing period (WFS-04, WFS-05). */
export const BASE_EXECUTIONS = 500;
/** Interactions that one unit of Essential or Premier adds; there are no smaller units (WFS-02, WFS-03, WFS-06). */
export const UNIT_INTERACTIONS = 100;

export type WorkflowLimits = { essential: number; premier: number };

/** The flow executions per billing period that an entitlement allows, by tier; free units count as paid ones do. */
export function workflowLimits(entitlement: Entitlement): WorkflowLimits {
  const units = (plan: string) => entitledTo(entitlement, "workflow_studio", plan);
  const base = units("base") * BASE_EXECUTIONS;
  return {
    essential: base + (units("essential") + units("essential_free")) * UNIT_INTERACTIONS,
    premier: base + (units("premier") + units("premier_free")) * UNIT_INTERACTIONS,
  };
}

/** The billing period of a day: its calendar month, as the manual names no other. Pure. */
export function billingPeriodOf(day: string): { from: string; to: string } {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return { from: `${day.slice(0, 7)}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

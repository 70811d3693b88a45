/** Where the events of an account come from, by the integrations it has (EVENT-02). Pure, and safe for the browser. */
import { isInUse } from "#lib/integrations/rules.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import { EVENT_SOURCES } from "./schemas.ts";
import type { EventSource } from "./schemas.ts";

/** The feature that an integration needs besides being there. */
const FEATURE: Record<EventSource, string | undefined> = { mivoice_business: "administration", zoom: undefined };

/**
 * The sources of an account's events: MiVoice Business while its feature "Administration" is on, and Zoom. An integration whose
 * set-up is not finished is none yet.
 */
export function eventSources(integrations: IntegrationStates): EventSource[] {
  return EVENT_SOURCES.filter((source) => isInUse(integrations, source, FEATURE[source]));
}

/** Whether an account has an event history: a customer's needs a source, a partner's own account always has one. */
export function hasEventHistory({ kind, integrations }: { kind: "partner" | "customer"; integrations: IntegrationStates }): boolean {
  return kind === "partner" || eventSources(integrations).length > 0;
}

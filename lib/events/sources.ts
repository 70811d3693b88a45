/** Where the events of an account come from, by the integrations it has (EVENT-02). Pure, and safe for the browser. */
import { EVENT_SOURCES } from "./schemas.ts";
import type { EventSource } from "./schemas.ts";

/** An integration as far as the history asks for it. */
export type IntegrationOfAccount = { key: string; status: string; features: Record<string, unknown> };

/** What an integration needs besides being there. */
const NEEDS: Record<EventSource, (integration: IntegrationOfAccount) => boolean> = {
  mivoice_business: ({ features }) => features["administration"] === true,
  zoom: () => true,
};

/**
 * The sources of an account's events: MiVoice Business while its feature "Administration" is on, and Zoom. An integration whose
 * set-up is not finished is none yet.
 */
export function eventSources(integrations: readonly IntegrationOfAccount[]): EventSource[] {
  const on = integrations.filter(({ status }) => status === "on");
  return EVENT_SOURCES.filter((source) => on.some((integration) => integration.key === source && NEEDS[source](integration)));
}

/** Whether an account has an event history: a customer's needs a source, a partner's own account always has one. */
export function hasEventHistory({ kind, integrations }: { kind: "partner" | "customer"; integrations: readonly IntegrationOfAccount[] }): boolean {
  return kind === "partner" || eventSources(integrations).length > 0;
}

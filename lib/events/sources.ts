/** Where the events of an account come from, by the integrations it has (EVENT-02). Pure, and safe for the browser. */
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

/** An integration as far as the history asks for it. */
export type IntegrationOfAccount = { key: string; status: string; features: Record<string, unknown> };

/** The integrations whose events there are, with what they need to be on. */
const SOURCES = [
  { key: "mivoice_business", needs: ({ features }) => features["administration"] === true },
  { key: "zoom", needs: () => true },
] as const satisfies readonly { key: IntegrationKey; needs: (integration: IntegrationOfAccount) => boolean }[];

export type EventSource = (typeof SOURCES)[number]["key"];

/**
 * The sources of an account's events: MiVoice Business while its feature "Administration" is on, and Zoom. An integration whose
 * set-up is not finished is none yet.
 */
export function eventSources(integrations: readonly IntegrationOfAccount[]): EventSource[] {
  const on = integrations.filter(({ status }) => status === "on");
  return SOURCES.filter(({ key, needs }) => on.some((integration) => integration.key === key && needs(integration))).map(({ key }) => key);
}

/** Whether an account has an event history: a customer's needs a source, a partner's own account always has one. */
export function hasEventHistory({ kind, integrations }: { kind: "partner" | "customer"; integrations: readonly IntegrationOfAccount[] }): boolean {
  return kind === "partner" || eventSources(integrations).length > 0;
}

import { DEFINITIONS } from "#lib/integrations/registry.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";

/** Whether CloudLink Chat is active: it is, unless an integration that has it among its features has switched it off (TWSMS-01). */
export function chatIsOn(states: IntegrationStates): boolean {
  return DEFINITIONS.every(({ key, features = [] }) => features.every((feature) => feature.standsFor !== "chat" || states[key]?.features[feature.key] !== false));
}

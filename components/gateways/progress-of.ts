import type { GatewayView } from "#lib/gateways/schemas.ts";

/** How far a set-up is, out of what is shown of it. Pure. */
export function progressOf({ platform, site, pbx, connectedAt, completedAt }: GatewayView) {
  return { platform, registered: site !== null, pbxDefined: pbx !== null, connected: connectedAt !== null, completed: completedAt !== null };
}

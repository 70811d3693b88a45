/** Speaking to gateways: the connection, and what goes wrong in words for the person who asked. */
import { settings } from "#lib/config/settings.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { connectGateways } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import type { GatewayAdapter } from "#lib/provisioning/adapters/cloudlink-gateway.ts";

const SERVICE = /^The CloudLink gateway service: /;

/**
 * The service through which gateways are reached.
 * @throws OperationError peer_failed when the portal knows of none
 */
export function gatewayService(): GatewayAdapter {
  const { CLOUDLINK_GATEWAY_URL: baseUrl, CLOUDLINK_GATEWAY_USERNAME: username, CLOUDLINK_GATEWAY_PASSWORD: password, PEER_TIMEOUT_MS: timeoutMs } = settings();
  if (!baseUrl) throw new OperationError("peer_failed", "This portal is not connected to CloudLink gateways.");
  return connectGateways({ baseUrl, username, password, timeoutMs });
}

/** Why a gateway did not do what it was asked, as a sentence; undefined for what is no failure of it. */
export function faultOf(error: unknown): string | undefined {
  return error instanceof PeerError ? error.message.replace(SERVICE, "") : undefined;
}

/**
 * Asks something of a gateway for somebody.
 * @param fields of the form by the names that the gateway has for them
 * @throws OperationError peer_failed when it can not be reached, invalid or conflict with the field where it refuses
 */
export async function askGateway<Answer>(ask: (service: GatewayAdapter) => Promise<Answer>, fieldOf: (field: string) => string = (field) => field): Promise<Answer> {
  try {
    return await ask(gatewayService());
  } catch (error) {
    if (!(error instanceof PeerError)) throw error;
    const message = faultOf(error)!;
    const fields = error.field === undefined ? [] : [{ path: fieldOf(error.field), message }];
    // What the portal itself got wrong is nothing that the person can mend in the form.
    if (error.mayPass || error.reason === "unauthorized" || error.reason === "bad_answer") throw new OperationError("peer_failed", message);
    throw new OperationError(error.failure === "conflict" ? "conflict" : "invalid", message, fields);
  }
}

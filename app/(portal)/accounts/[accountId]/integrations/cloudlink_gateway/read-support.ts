import { read } from "#app/actor.ts";
import type { GatewaySupport } from "#lib/gateways/schemas.ts";
import { getGatewaySupport } from "#lib/gateways/support-gateway.ts";
import { OperationError } from "#lib/operations/errors.ts";

/** What the gateway says to support, or why it does not. */
export async function readSupport(accountId: string): Promise<GatewaySupport | { failure: string }> {
  try {
    return await read(getGatewaySupport, accountId);
  } catch (error) {
    if (error instanceof OperationError) return { failure: error.message };
    throw error;
  }
}

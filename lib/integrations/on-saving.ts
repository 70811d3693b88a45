/** What is asked of the outside system of an integration before its settings are kept. */
import type { OperationContext } from "#lib/operations/operation.ts";
import { connectTwilio } from "#lib/twilio/connect-twilio.ts";
import type { IntegrationKey } from "./schemas.ts";
import type { StoredSettings } from "./settings.ts";

/**
 * Asks it, and keeps what it answers beside the settings.
 * @throws OperationError that names the wrong fields; the settings then stay as they were
 */
type OnSaving = (context: OperationContext<"account">, settings: { before: StoredSettings; after: StoredSettings }) => Promise<void>;

export const ON_SAVING: Partial<Record<IntegrationKey, OnSaving>> = {
  twilio: connectTwilio,
};

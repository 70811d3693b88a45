/** What is asked of the outside system of an integration before its settings are kept. */
import type { OperationContext } from "#lib/operations/operation.ts";
import { connectTwilio } from "#lib/twilio/connect-twilio.ts";
import { connectTenant } from "#lib/unify-phone/connect-tenant.ts";
import type { IntegrationKey } from "./schemas.ts";
import type { StoredSettings } from "./settings.ts";

/**
 * Asks it, and keeps what it answers beside the settings.
 * @returns the settings that are to be stored
 * @throws OperationError that names the wrong fields; the settings then stay as they were
 */
type OnSaving = (context: OperationContext<"account">, settings: { before: StoredSettings; after: StoredSettings }) => Promise<StoredSettings>;

export const ON_SAVING: Partial<Record<IntegrationKey, OnSaving>> = {
  twilio: async (context, settings) => {
    await connectTwilio(context, settings);
    return settings.after;
  },
  unify_phone: (context, { after }) => connectTenant(context, after),
};

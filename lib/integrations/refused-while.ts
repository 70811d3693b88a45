/** What has to end before an integration can be removed. */
import type { Db } from "#lib/db/client.ts";
import { assertNoneInUse } from "#lib/sms-numbers/micollab-numbers.ts";
import type { IntegrationKey } from "./schemas.ts";

/** @throws OperationError conflict with what is in the way */
type Refusal = (db: Db, accountId: string) => Promise<void>;

export const REFUSED_WHILE: Partial<Record<IntegrationKey, Refusal>> = {
  twilio: assertNoneInUse,
};

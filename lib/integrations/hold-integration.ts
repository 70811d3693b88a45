import type { Db } from "#lib/db/client.ts";
import { notInUse } from "./not-in-use.ts";
import type { IntegrationKey } from "./schemas.ts";

/**
 * Keeps an integration on its account until the transaction ends, so that nothing is added to it while a job removes it with all
 * that belongs to it.
 * @throws OperationError not_found when it is gone or on its way out
 */
export async function holdIntegration(db: Db, accountId: string, key: IntegrationKey): Promise<void> {
  const held = await db.$queryRaw<object[]>`select from integrations where account_id = ${accountId}::uuid and key = ${key} and removal is null for share`;
  if (held.length === 0) throw notInUse(key);
}

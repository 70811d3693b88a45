/** Integrations of accounts for tests. */
import { database } from "#lib/db/client.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

/** Gives an account an integration whose set-up is finished; MiVoice Business with "Administration" on. */
export async function anIntegration(accountId: string, key: IntegrationKey = "mivoice_business", { status = "on", features = key === "mivoice_business" ? { administration: true } : {} }: { status?: string; features?: Record<string, boolean> } = {}): Promise<void> {
  const data = { status, features };
  await database().prisma.integration.upsert({ where: { accountId_key: { accountId, key } }, create: { accountId, key, ...data }, update: data });
}

/** The integrations of an account as they are stored. */
import type { Db } from "#lib/db/client.ts";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { notInUse } from "./not-in-use.ts";
import { definitionOf } from "./registry.ts";
import type { IntegrationKey, IntegrationStatus } from "./schemas.ts";
import type { StoredSettings } from "./settings.ts";

/** Whose wish a removal is, as far as the job that does it needs it for event and notification. */
export type Removal = Pick<Person, "kind" | "userId" | "accountId" | "name" | "origin"> & { correlationId: string; attempts: number };

export type StoredIntegration = {
  key: IntegrationKey;
  status: IntegrationStatus;
  settings: StoredSettings;
  features: Record<string, boolean>;
  removal: Removal | null;
  /** What its outside system answered last when that was no success; empty otherwise. */
  problem: string;
  checkedAt: Date | null;
  version: number;
  addedAt: Date;
  addedBy: string;
  modifiedAt: Date;
  modifiedBy: string;
};

/** The integrations of an account, first added first. */
export async function readStored(db: Db, accountId: string): Promise<StoredIntegration[]> {
  const rows = await db.integration.findMany({ where: { accountId }, omit: { accountId: true }, orderBy: [{ addedAt: "asc" }, { key: "asc" }] });
  return rows as unknown as StoredIntegration[];
}

/** Lets changes to which integrations an account has come one after the other, until the transaction ends: whoever comes second sees what the first did. */
export async function lockIntegrations(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`integrations ${accountId}`}, 0))`;
}

/**
 * The stored integration that is to be changed.
 * @throws OperationError not_found when the account does not have it, conflict when it is being removed or was changed meanwhile
 */
export async function takeStored(db: Db, accountId: string, key: IntegrationKey, version?: number): Promise<StoredIntegration> {
  await lockIntegrations(db, accountId);
  const stored = (await readStored(db, accountId)).find((each) => each.key === key);
  const { name } = definitionOf(key);
  if (!stored) throw notInUse(key);
  if (stored.removal) throw conflict(`${name} is being removed, as ${stored.removal.name} asked for.`);
  if (version !== undefined && stored.version !== version) {
    throw conflict(`${stored.modifiedBy || "Somebody"} changed ${name} meanwhile. Reload the page to see the change; what you did has not been saved.`);
  }
  return stored;
}

/** Refuses what a partner account can not have (INTEG-29). */
export function refusePartnerAccount({ kind }: AccountInView): void {
  if (kind === "partner") throw forbidden("Integrations can not be enabled in a partner account. Create a customer account and enable them there.");
}

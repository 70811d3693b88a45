import type { Db } from "#lib/db/client.ts";
import type { UserOutcome } from "./schemas.ts";

/** Keeps what a job did with each user of a set, in one statement. */
export async function storeOutcomes(db: Db, { accountId, bulkJobId }: { accountId: string; bulkJobId: string }, outcomes: readonly UserOutcome[]): Promise<void> {
  await db.bulkJobResult.createMany({ data: outcomes.map((outcome) => ({ ...outcome, accountId, bulkJobId })), skipDuplicates: true });
}

/** The SMS numbers of MiCollab, as MiCollab itself knows them. */
import type { Db } from "#lib/db/client.ts";
import { conflict, OperationError } from "#lib/operations/errors.ts";
import { connectElement } from "#lib/network-elements/connect.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import type { ClientServiceAdapter } from "#lib/provisioning/adapters/adapter.ts";

/** The MiCollab that an account is connected to; none where it has none, and then nothing can use a number there. */
async function micollabOf(db: Db, accountId: string): Promise<ClientServiceAdapter | null> {
  const element = await db.networkElement.findFirst({ where: { accountId, kind: "micollab" } });
  return element && connectElement<"micollab">(element);
}

/** @throws OperationError peer_failed with what MiCollab said, or why it said nothing */
async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PeerError) throw new OperationError("peer_failed", error.message);
    throw error;
  }
}

/**
 * The numbers that a stream of MiCollab uses now (TWSMS-07).
 * @throws OperationError peer_failed when MiCollab can not be asked
 */
export async function numbersInUse(db: Db, accountId: string): Promise<Set<string>> {
  const micollab = await micollabOf(db, accountId);
  if (!micollab) return new Set();
  const numbers = await asking(() => micollab.listSmsNumbers());
  return new Set(numbers.filter(({ active }) => active).map(({ number }) => number));
}

/** Tells MiCollab which numbers it has. @throws OperationError peer_failed when it can not be told, or refuses */
export async function giveToMicollab(db: Db, accountId: string, numbers: readonly string[]): Promise<void> {
  const micollab = await micollabOf(db, accountId);
  if (micollab) await asking(() => micollab.setSmsNumbers(numbers));
}

/**
 * Twilio stays while MiCollab uses one of its numbers (TWILIO-07).
 * @throws OperationError conflict that names the numbers
 */
export async function assertNoneInUse(db: Db, accountId: string): Promise<void> {
  const given = await db.smsNumber.findMany({ where: { accountId, micollab: true }, select: { number: true }, orderBy: { number: "asc" } });
  if (given.length === 0) return;
  const active = await numbersInUse(db, accountId);
  const used = given.map(({ number }) => number).filter((number) => active.has(number));
  if (used.length === 0) return;
  const names = new Intl.ListFormat("en").format(used);
  throw conflict(`Twilio can not be removed: phone numbers of the MiCollab product are actively being used (${names}). Deactivate them in the MiCollab stream first.`);
}

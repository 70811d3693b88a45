/**
 * How the mark of the primary phone moves. The PBX keeps exactly one primary phone for a user who has phones, takes the
 * first one as such, and refuses to delete it while others are beside it (USCPH-25, SUP-08).
 */
import type { PbxPhone } from "./adapters/adapter.ts";
import { makingPrimary } from "./steps.ts";
import type { UpdateStep } from "./steps.ts";

export type PrimaryMoves = {
  /** Before anything is deleted: the mark goes to a phone that stays. */
  before: UpdateStep<"mivb.phone">[];
  /** After the phones are made: the mark goes to one of them. */
  after: UpdateStep<"mivb.phone">[];
  /** Numbers that are made as primary phones, because nothing of the user's is left when they are. */
  made: Set<string>;
  /** Numbers that are still primary when they are deleted, and so go last. */
  deleted: Set<string>;
};

/**
 * The moves for the phones of any number of users.
 * @param found what is there, with one primary phone per user
 * @param wanted what is to be there, with one primary phone per user
 * @param stays whether a number is in both and is not replaced
 */
export function primaryMoves(found: readonly PbxPhone[], wanted: readonly PbxPhone[], stays: (number: string) => boolean): PrimaryMoves {
  const moves: PrimaryMoves = { before: [], after: [], made: new Set(), deleted: new Set() };
  const foundBy = Map.groupBy(found, ({ loginId }) => loginId);
  const wantedBy = Map.groupBy(wanted, ({ loginId }) => loginId);
  for (const loginId of new Set([...foundBy.keys(), ...wantedBy.keys()])) {
    addMoves(moves, foundBy.get(loginId) ?? [], wantedBy.get(loginId) ?? [], stays);
  }
  return moves;
}

function addMoves(moves: PrimaryMoves, found: PbxPhone[], wanted: PbxPhone[], stays: (number: string) => boolean): void {
  const present = primaryOf(found);
  const future = primaryOf(wanted);
  const staying = found.map(({ number }) => number).filter(stays);

  // The mark waits on a phone that stays while its own is made; with none, all phones go before the first one comes.
  const bridge = [present, future, staying[0]].find((number) => number !== undefined && staying.includes(number));
  if (bridge === undefined) {
    if (present !== undefined) moves.deleted.add(present);
    if (future !== undefined) moves.made.add(future);
    return;
  }
  if (bridge !== present) moves.before.push(makingPrimary(bridge, present));
  if (future !== undefined && future !== bridge) {
    const step = makingPrimary(future, bridge);
    if (staying.includes(future)) moves.before.push(step);
    else moves.after.push(step);
  }
}

function primaryOf(phones: PbxPhone[]): string | undefined {
  return phones.find(({ isPrimary }) => isPrimary)?.number;
}

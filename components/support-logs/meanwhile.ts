/** What two partners changed of the same support log at once. Pure. */
import type { PartnerSupport, SupportLogView } from "#lib/support-logs/schemas.ts";

export type SupportField = keyof PartnerSupport;

export type Meanwhile = {
  /** Who saved first; empty when that is not known. */
  by: string;
  /** What is stored by now. */
  stored: PartnerSupport;
  /** Fields that only they changed. */
  taken: SupportField[];
  /** Fields that both changed, to different values. */
  both: SupportField[];
};

const FIELDS = ["state", "notes"] as const satisfies readonly SupportField[];

/**
 * Lays two changes of one log beside each other.
 * @param base the log both began with
 * @param now the log as the other one has saved it
 * @param typed what was changed here
 */
export function meanwhileOf(base: PartnerSupport, now: PartnerSupport & Pick<SupportLogView, "modifiedBy">, typed: Partial<PartnerSupport>): Meanwhile {
  const moved = FIELDS.filter((field) => now[field] !== base[field]);
  return {
    by: now.modifiedBy,
    stored: { state: now.state, notes: now.notes },
    taken: moved.filter((field) => typed[field] === undefined),
    both: moved.filter((field) => typed[field] !== undefined && typed[field] !== now[field]),
  };
}

import type { Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";

/** The account in whose history a partner finds what is done at Partner level; null when they may not look. */
export function partnerHistory(person: Person): string | null {
  return may(person, "support", "view") ? person.accountId : null;
}

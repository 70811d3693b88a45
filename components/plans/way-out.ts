/** What can be done about a problem of a user, beside leaving the user out. Pure. */
import type { RunProblem } from "#lib/plans/schemas.ts";

/** `number`: another number to take; `page`: where the cause can be settled, below the account. */
export type WayOut = { kind: "number"; number: string } | { kind: "page"; path: string };

/** Problems that another number would settle. */
const OF_NUMBERS = new Set(["number_taken", "number_outside_ranges", "no_free_number", "hash_number", "voicemail_digits"]);

const PAGES: Record<string, string> = {
  name_too_long: "users/{user}",
  peer_missing: "integrations/network-elements",
  flow_through_off: "integrations/network-elements",
  unknown_skill_group: "integrations/network-elements",
  new_minet_agent: "templates",
  unknown_class: "templates",
  unknown_zone: "templates",
  unknown_profile: "templates",
  voicemail_digits: "templates",
};

/** The way out that a user's problem's own suggestion stands for; null where there is none to press. */
export function wayOut({ code, suggestion, number }: Pick<RunProblem, "code" | "suggestion" | "number">, userId: string): WayOut | null {
  if (suggestion === null) return null;
  if (number !== null) return { kind: "number", number };
  const path = PAGES[code];
  return path === undefined ? null : { kind: "page", path: path.replace("{user}", userId) };
}

/** Whether some other number, to be typed, would settle one of these problems. */
export function otherNumberHelps(problems: readonly Pick<RunProblem, "code">[]): boolean {
  return problems.some(({ code }) => OF_NUMBERS.has(code));
}

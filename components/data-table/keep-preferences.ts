import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { ListPreferences } from "./list-state.ts";

const KEEP_AFTER_MS = 800;

/** The key under which a person's choices for a list are kept; `list` names the list, e.g. "users". */
function listPreferenceKey(list: string): string {
  return `list.${list}`;
}

/** A person's choices for a list, out of all that is kept for the person. */
export function listPreferences(kept: Readonly<Record<string, unknown>>, list: string): ListPreferences {
  return (kept[listPreferenceKey(list)] ?? {}) as ListPreferences;
}

export type KeepPreferences = {
  /**
   * Keeps the last choice once no other follows. A choice that could not be kept still holds on the page and in its address,
   * so a failure is not worth a message.
   */
  soon: (preferences: ListPreferences) => void;
  /** Keeps it now, and tells when that fails. */
  now: (preferences: ListPreferences) => Promise<Result<unknown>>;
};

/** Makes the `keepPreferences` of a list. */
export function keepListPreferences(list: string): KeepPreferences {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (value: ListPreferences) => {
    clearTimeout(timer);
    return request("PUT", `/me/preferences/${listPreferenceKey(list)}`, { body: { value } });
  };
  return {
    soon: (value) => {
      clearTimeout(timer);
      timer = setTimeout(() => void now(value), KEEP_AFTER_MS);
    },
    now,
  };
}
